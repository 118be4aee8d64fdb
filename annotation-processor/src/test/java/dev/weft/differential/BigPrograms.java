package dev.weft.differential;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Programs that are large in one way each, too dull to be written by hand. */
final class BigPrograms {

    static List<Source> sources() {
        String text =
                """
                package corpus;

                import static dev.weft.Weft.*;
                import static dev.weft.differential.probe.Leaf.*;
                import static dev.weft.differential.probe.Probe.*;

                import dev.weft.*;

                public class Big {
                """
                        + program("hundredsOfAwaits", hundredsOfAwaits())
                        + program("manyLocals", manyLocals())
                        + program("manyOperands", manyOperands())
                        + program("manyTries", manyTries())
                        + program("manyBranches", manyBranches())
                        + program("deepCalls", deepCalls())
                        + "  static int sum(int... all) {\n"
                        + "    int sum = 0;\n"
                        + "    for (int n : all) sum = sum * 3 + n;\n"
                        + "    return sum;\n"
                        + "  }\n"
                        + "}\n";
        return List.of(new Source("corpus/Big.java", text));
    }

    private static String program(String name, String body) {
        return "  @Async public Coroutine<Object> " + name + "() {\n" + body + "  }\n";
    }

    private static String repeat(int times, IntFunction<String> text) {
        return IntStream.range(0, times).mapToObj(text).collect(Collectors.joining());
    }

    private static String hundredsOfAwaits() {
        return "    long sum = 0;\n"
                + repeat(400, i -> "    sum = sum * 7 + await(later(" + i + "));\n")
                + "    return done(sum);\n";
    }

    /** More than 255 slots, so that instructions are wide; all live across each await. */
    private static String manyLocals() {
        return repeat(150, i -> "    long a%d = %d; int b%d = %d;\n".formatted(i, i, i, i * 2))
                + "    String s = await(later(\"s\"));\n"
                + repeat(150, i -> "    b%d++; a%d += b%d;\n".formatted(i, i, i))
                + "    b149 += await(later(1));\n"
                + "    for (int i = 0; i < 3; i++) { b149++; s += await(later(i)); }\n"
                + "    long sum = 0;\n"
                + repeat(150, i -> "    sum = sum * 3 + a%d + b%d;\n".formatted(i, i))
                + "    return done(s + sum + await(later(2)));\n";
    }

    private static String manyOperands() {
        return "    return done(sum("
                + repeat(
                        60,
                        i -> (i % 9 == 8 ? "await(later(" + i + "))" : "v(\"\", " + i + ")") + ", ")
                + "await(later(1))));\n";
    }

    private static String manyTries() {
        return "    String s = \"\";\n"
                + repeat(25, i -> "    try { s += await(later(" + i + "));\n")
                + "    if (s.length() > 1) throw new IllegalStateException(s);\n"
                + repeat(
                        25,
                        i ->
                                i % 3 == 0
                                        ? "    } finally { log(s); s = await(later(\"f\")); }\n"
                                        : "    } catch (RuntimeException e) { s += \"c\";"
                                                + " if (s.length() < 60) throw e; }\n")
                + "    return done(s);\n";
    }

    private static String manyBranches() {
        return "    int n = await(later(1));\n    for (int i = 0; i < 60; i++) switch (i) {\n"
                + repeat(
                        60,
                        i ->
                                i % 2 == 0
                                        ? "      case " + i + ": n += await(later(" + i + "));\n"
                                        : "      case " + i + ": n *= 3; break;\n")
                + "    }\n    return done(n);\n";
    }

    private static String deepCalls() {
        return "    return done("
                + repeat(40, i -> "sum(" + i + ", ")
                + "await(later(1))"
                + ")".repeat(41)
                + ";\n";
    }

    private BigPrograms() {}
}
