package dev.weft.differential.generator;

/** Numbers the things of one program, so that no two share a name. */
final class Names {

    private int next;

    String local() {
        return "x" + next++;
    }

    String label() {
        return "l" + next++;
    }

    String type() {
        return "L" + next++;
    }

    /** A tag for a trace entry or a message. */
    String tag() {
        return "" + next++;
    }
}
