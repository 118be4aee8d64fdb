package dev.weft.processor.check;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/** Is told what is wrong, and at which place in the source. */
interface Reporter {

    /**
     * Reports it.
     *
     * @param remedy what to write instead, null if that is not certain
     */
    void report(Tree where, @Nullable Remedy remedy, Diagnostics what, Object... about);

    default void report(Tree where, Diagnostics what, Object... about) {
        report(where, null, what, about);
    }
}
