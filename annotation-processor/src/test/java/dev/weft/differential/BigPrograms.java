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
                        + program("deepLoops", deepLoops())
                        + program("manyLoops", manyLoops())
                        + program("manyResources", manyResources())
                        + "  @Async public AsyncGenerator<Object> manyEmits() {\n"
                        + "    long n = await(later(1L));\n"
                        + repeat(300, i -> "    n += emit(n + " + i + ") == null ? 1 : 0;\n")
                        + "    return end();\n  }\n"
                        + numbers()
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

    private static String numbers() {
        return """
                 @Async static AsyncGenerator<Integer> numbers(int most) {
                   try (var gate = new AsyncClose.Gate("n" + most)) {
                     for (int i = 0; i < most; i++) emit(i);
                   } finally { log(await(later(most))); }
                   return end();
                 }
               """;
    }

    private static String deepLoops() {
        return "    long sum = 0;\n"
                + repeat(12, i -> "    l%d: for (int x%d : each(numbers(2))) {\n".formatted(i, i))
                + "    sum += x0 + x11 + await(later(1L));\n"
                + repeat(12, i -> "    if (sum %% 13 == %d) continue l%d;\n".formatted(i, i))
                + "    if (sum > 20) return done(sum);\n"
                + "    }".repeat(12)
                + "\n    return done(sum);\n";
    }

    private static String manyLoops() {
        return "    long sum = 0;\n"
                + repeat(
                        60,
                        i ->
                                "    for (int x : each(numbers(3))) { sum = sum * 3 + x;"
                                        + " if (x == %d) break; }\n".formatted(i % 4))
                + "    return done(sum);\n";
    }

    private static String manyResources() {
        return "    int n = 0;\n    for (int i = 0; i < 3; i++) try (\n"
                + repeat(12, i -> "      var g%d = new AsyncClose.Gate(\"g%d\");\n".formatted(i, i))
                + "    ) {\n      n += await(later(1));\n      if (i == 1) continue;\n"
                + "      if (n == 3) return done(n);\n"
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
