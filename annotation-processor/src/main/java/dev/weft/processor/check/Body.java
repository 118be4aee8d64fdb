package dev.weft.processor.check;

/**
 * The code that an expression stands in: what would have to be suspended.
 *
 * @param kind what it is the body of
 * @param name what a message calls it
 * @param monitors how many {@code synchronized} blocks of this body are around the expression
 * @param inJumpingTry whether a {@code finally} block that never completes is around it
 */
record Body(Kind kind, String name, int monitors, boolean inJumpingTry) {

    enum Kind {
        ASYNC_METHOD,
        METHOD,
        CONSTRUCTOR,
        INITIALISER,
        ASYNC_LAMBDA,
        LAMBDA
    }

    Body(Kind kind, String name) {
        this(kind, name, 0, false);
    }

    boolean isAsync() {
        return kind == Kind.ASYNC_METHOD || kind == Kind.ASYNC_LAMBDA;
    }

    Body inMonitor() {
        return new Body(kind, name, monitors + 1, inJumpingTry);
    }

    Body withinJumpingTry() {
        return new Body(kind, name, monitors, true);
    }
}
