package dev.weft.processor.check;

import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The code that an expression stands in: what would have to be suspended.
 *
 * @param kind what it is the body of
 * @param name what a message calls it
 * @param element the type of the elements if it is a generator's
 * @param monitors how many {@code synchronized} blocks of this body are around the expression
 * @param inJumpingTry whether a {@code finally} block that never completes is around it
 * @param scope the type of the innermost scope that cancels around it, if there is one
 */
record Body(
        Kind kind,
        String name,
        @Nullable TypeMirror element,
        int monitors,
        boolean inJumpingTry,
        @Nullable String scope) {

    enum Kind {
        ASYNC_METHOD,
        METHOD,
        CONSTRUCTOR,
        INITIALISER,
        ASYNC_LAMBDA,
        LAMBDA,
        UNKNOWN_LAMBDA
    }

    Body(Kind kind, String name, @Nullable TypeMirror element) {
        this(kind, name, element, 0, false, null);
    }

    boolean isAsync() {
        return switch (kind) {
            case ASYNC_METHOD, ASYNC_LAMBDA, UNKNOWN_LAMBDA -> true;
            case METHOD, CONSTRUCTOR, INITIALISER, LAMBDA -> false;
        };
    }

    /** Whether an await may stand here. */
    boolean mayAwait() {
        return isAsync() && kind != Kind.UNKNOWN_LAMBDA && monitors == 0;
    }

    boolean isGenerator() {
        return element != null;
    }

    /** What a message calls it in the middle of a sentence. */
    String inWords() {
        return switch (kind) {
            case ASYNC_METHOD, METHOD -> name + "()";
            case CONSTRUCTOR -> "a constructor of " + name;
            case INITIALISER -> "an initialiser of " + name;
            case ASYNC_LAMBDA, LAMBDA, UNKNOWN_LAMBDA -> "a lambda of " + name;
        };
    }

    Body inMonitor() {
        return new Body(kind, name, element, monitors + 1, inJumpingTry, scope);
    }

    Body withinJumpingTry() {
        return new Body(kind, name, element, monitors, true, scope);
    }

    Body inScope(String type) {
        return new Body(kind, name, element, monitors, inJumpingTry, type);
    }
}
