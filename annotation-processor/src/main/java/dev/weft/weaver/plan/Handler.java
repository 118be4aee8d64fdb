package dev.weft.weaver.plan;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of the failures of a type where a method is suspended.
 *
 * @param type internal name of the type; null for any failure
 * @param fate what becomes of them
 */
public record Handler(@Nullable String type, Fate fate) {

    /**
     * The ways, in the order of the runtime's numbers, where 0 is that no code of the method runs.
     */
    public enum Fate {
        NONE,
        /** Code runs that throws the same failure out of the method in the end, as finally does. */
        THROWN_ON,
        /** It is caught, and nothing that follows uses the exception. */
        UNSEEN,
        /** It is caught by code that may look at it. */
        SEEN
    }
}
