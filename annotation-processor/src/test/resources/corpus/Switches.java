package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

/** Both forms of switch, over every type that JDK 17 has. */
public class Switches {

    enum Colour {
        RED,
        GREEN,
        BLUE
    }

    @Async
    public Coroutine<String> overInts() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            switch (await(later(i))) {
                case 0:
                    out.append("zero").append(await(later("!")));
                case 1:
                    out.append("one");
                    break;
                case 2: {
                    int local = await(later(22));
                    out.append(local);
                    continue;
                }
                case 1000:
                    out.append("never");
                    break;
                default:
                    out.append("d").append(await(later(i)));
                case 4:
                    out.append("four");
            }
            out.append(' ');
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<String> overStrings() {
        StringBuilder out = new StringBuilder();
        for (String s : new String[] {"Aa", "BB", "other", ""}) {
            switch (await(later(s))) {
                case "Aa" -> out.append(await(later(1)));
                case "BB", "C" -> {
                    String t = await(later("two"));
                    out.append(t);
                }
                case "" -> throw new IllegalArgumentException(await(later("empty")) + out);
                default -> out.append('d');
            }
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<String> overEnums() {
        String out = "";
        for (Colour colour : Colour.values()) {
            out += switch (await(later(colour))) {
                case RED -> "r" + await(later(1));
                case GREEN -> {
                    int n = 0;
                    while (n < await(later(2))) n++;
                    yield "g" + n;
                }
                case BLUE -> await(later("b"));
            };
            switch (colour) {
                case RED:
                    await(later(0));
                    break;
                case GREEN:
                    out += "G";
                default:
            }
        }
        return done(out);
    }

    @Async
    public Coroutine<String> overBoxesAndChars() {
        String out = "";
        for (char c : new char[] {'a', 'b', 'z'})
            out += switch (await(later(c))) {
                case 'a' -> 1L;
                case 'b' -> await(later(2));
                default -> await(later(3.5));
            };
        Integer boxed = await(later(7));
        switch (boxed) {
            case 7 -> out += "seven";
            default -> out += "?";
        }
        byte b = (byte) (int) await(later(3));
        out += switch (b) {
            case 3: {
                await(later(0));
                yield "three";
            }
            default:
                yield await(later("none"));
        };
        return done(out);
    }

    @Async
    public Coroutine<Integer> operandsBeneath() {
        int x = 3;
        return done(x * 100 + v("x", x) * switch (await(later("k"))) {
            case "k" -> x + await(later(4)) * switch (await(later(2))) {
                case 2 -> await(later(10));
                default -> throw new IllegalStateException("two");
            };
            default -> 0;
        } + await(later(1)));
    }

    @Async
    public Coroutine<String> tryInsideWithOperandsBeneath() {
        long wide = 5;
        int beneath = 6;
        return done(String.format("%s %s %s %s", wide, beneath + switch (await(later(1))) {
            case 1 -> {
                try {
                    if (wide == 5) throw new IllegalStateException("x");
                    yield 1;
                } catch (IllegalStateException e) {
                    yield await(later(20)) + e.getMessage().length();
                } finally {
                    wide++;
                    log(await(later("f")) + wide);
                }
            }
            default -> 2;
        }, v("b", "b"), wide));
    }

    @Async
    public Coroutine<Integer> nestedSwitches() {
        int total = 0;
        for (int i = 0; i < 3; i++) {
            switch (i) {
                case 0:
                    switch (await(later("s"))) {
                        case "s":
                            total += await(later(1));
                            break;
                        default:
                            total += 100;
                    }
                    break;
                case 1:
                    inner:
                    switch (await(later(5))) {
                        case 5:
                            for (; ; ) {
                                total += 10;
                                if (await(later(total)) > 25) break inner;
                            }
                        default:
                            total = -1;
                    }
                default:
                    total *= 2;
            }
        }
        return done(total);
    }

    @Async
    public Coroutine<String> nullSelector() {
        try {
            switch (await(later((String) null))) {
                case "a" -> log("a");
                default -> log("default");
            }
            return done("no");
        } catch (NullPointerException e) {
            return done("null" + await(later("!")));
        }
    }

    @Async
    public Coroutine<Boolean> asACondition() {
        int n = await(later(2));
        if (switch (n) {
            case 1 -> await(later(false));
            case 2 -> n > 1 && await(later(true));
            default -> false;
        }) return done(!switch (await(later('q'))) {
            case 'q' -> await(later(false));
            default -> true;
        });
        return done(false);
    }

    @Async
    public Coroutine<String> asAStatementExpression() {
        var text = new StringBuilder();
        int n = switch (await(later(Colour.BLUE))) {
            case BLUE -> {
                text.append(await(later("blue")));
                yield text.length();
            }
            default -> 0;
        };
        String s = null;
        Object o = switch (n) {
            case 4 -> s;
            case 5 -> await(later(1));
            default -> "d";
        };
        await(later(0));
        return done(text + "" + n + o);
    }
}
