package corpus21;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;
import java.util.*;

/** Patterns in switch and of records, which JDK 21 has. */
public class Patterns21 {

    sealed interface Shape permits Circle, Square, Group {}

    record Circle(double radius) implements Shape {}

    record Square(int side) implements Shape {}

    record Group(Shape first, Shape second) implements Shape {}

    enum Colour {
        RED,
        GREEN
    }

    @Async
    private Coroutine<Double> area(Shape shape) {
        return switch (await(later(shape))) {
            case Circle c -> done(c.radius() * await(later(2)));
            case Square(int side) when await(later(side)) > 2 -> done((double) side * side);
            case Square q -> done(await(later(-1.0)) + q.side());
            case Group(Shape first, Square(var side)) ->
                    done(await(area(first)) + await(later(side)));
            case Group(var first, var second) -> {
                double sum = await(area(first));
                yield done(sum + await(area(second)));
            }
        };
    }

    @Async
    public Coroutine<Double> shapes() {
        double sum = 0;
        for (Shape shape :
                List.of(
                        new Circle(1),
                        new Square(2),
                        new Square(3),
                        new Group(new Circle(2), new Square(4)),
                        new Group(new Square(5), new Circle(3)))) sum += await(area(shape));
        return done(sum);
    }

    @Async
    public Coroutine<String> types() {
        StringBuilder out = new StringBuilder();
        for (Object o : new Object[] {1, "text", null, 2.5, Colour.RED, new int[] {1, 2}, 'c', 100}) {
            switch (o) {
                case null -> out.append("null").append(await(later(0)));
                case Integer i when i > 50 && await(later(true)) -> out.append("big").append(i);
                case Integer i -> out.append(i + await(later(1)));
                case String s -> {
                    for (char c : s.toCharArray()) out.append(c).append(await(later('.')));
                }
                case Colour c -> out.append(await(later(c)));
                case int[] array -> out.append(array[await(later(1))]);
                case Character c when await(later(false)) -> out.append("never");
                default -> out.append(await(later(o)));
            }
            out.append(' ');
        }
        return done(out.toString());
    }

    @Async
    public Coroutine<String> operandsBeneath() {
        Object o = await(later((Object) List.of("a", "b")));
        int n = 5;
        return done(String.join("-", "x", switch (o) {
            case List<?> list when list.size() > await(later(1)) -> {
                try {
                    yield "" + list.get(await(later(0))) + n;
                } finally {
                    log(await(later("finally")));
                }
            }
            case Object other -> await(later("none")) + other;
        }, await(later("z"))));
    }

    @Async
    public Coroutine<String> recordPatterns() {
        Object o = new Group(new Square(await(later(3))), new Circle(await(later(1.5))));
        if (o instanceof Group(Square(int side), Circle(double radius)) && await(later(side)) == 3)
            return done(side + await(later("/")) + radius);
        return done("no");
    }

    @Async
    public Coroutine<String> enumsAndStrings() {
        String out = "";
        for (Colour colour : Colour.values())
            out += switch (colour) {
                case RED -> await(later("r"));
                case GREEN -> await(later("g"));
            };
        String text = await(later("q"));
        switch (text) {
            case null -> out += "null";
            case "p" -> out += await(later("p"));
            case String s when s.length() == await(later(1)) -> out += s;
            default -> out += await(later("default"));
        }
        return done(out);
    }
}
