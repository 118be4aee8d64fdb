package dev.weft;

import org.jspecify.annotations.Nullable;

/** A callback of the program's that runs in a context of its own. */
interface InContext {
    /** Null as long as no variable has a value in it. */
    @Nullable Context context();

    void context(Context context);
}
