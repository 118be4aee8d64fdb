package dev.weft.differential.generator;

import java.util.List;

/** The smallest expressions: variables, literals, fields. */
final class ValueGrammar {

    private final Grammar grammar;

    ValueGrammar(Grammar grammar) {
        this.grammar = grammar;
    }

    String of(Type type, Scope scope) {
        List<Scope.Variable> variables = scope.of(type);
        if (!variables.isEmpty() && grammar.choice.chance(75))
            return grammar.choice.pick(variables).name();
        return literal(type);
    }

    String literal(Type type) {
        Choice choice = grammar.choice;
        return switch (type) {
            case BOOLEAN -> choice.pick("yes()", "!yes()", "true", "false");
            case BYTE -> "(byte) " + choice.pick("1", "127", "0", "(-3)");
            case CHAR -> choice.pick("'a'", "'z'", "'\\n'", "'\\u00e9'");
            case SHORT -> "(short) " + choice.pick("2", "30000", "(-7)");
            case INT ->
                    choice.pick("0", "1", "2", "3", "(-1)", "100", "40000", "Integer.MAX_VALUE");
            case LONG -> choice.pick("0L", "1L", "5L", "(-2L)", "(1L << 40)", "Long.MIN_VALUE");
            case FLOAT -> choice.pick("0f", "1f", "2.5f", "Float.NaN");
            case DOUBLE -> choice.pick("0.0", "1.0", "3.25", "(-1e10)");
            case STRING -> choice.chance(6) ? "(String) null" : '"' + text() + '"';
            case BOX ->
                    choice.chance(6)
                            ? "(Integer) null"
                            : choice.pick("Integer.valueOf(7)", "(Integer) 1");
            case OBJECT ->
                    choice.pick("(Object) null", "(Object) 5L", "(Object) \"o\"", "(Object) 'c'");
            case CELL -> choice.chance(10) ? "(Cell) null" : "new Cell(1, \"" + text() + "\")";
            case INTS -> choice.chance(5) ? "(int[]) null" : "new int[] {1, 2}";
            case LONGS -> "new long[] {3L}";
            case BYTES -> "new byte[] {1, -1}";
            case STRINGS -> "new String[] {\"" + text() + "\", null}";
            case GRID -> choice.pick("new int[][] {{1}, {2, 3}}", "new int[2][1]");
        };
    }

    private String text() {
        return grammar.choice.pick("a", "bc", "", "é", "k" + grammar.names.tag());
    }

    /** An exception. */
    String failure(boolean uncheckedOnly) {
        String type =
                grammar.choice.pick(
                        "IllegalStateException",
                        "IllegalArgumentException",
                        "AssertionError",
                        "java.io.IOException",
                        "Exception");
        if (uncheckedOnly && type.endsWith("Exception") && !type.startsWith("Illegal"))
            type = "IllegalStateException";
        return "new %s(\"t%s\")".formatted(type, grammar.names.tag());
    }
}
