package dev.weft.processor.check;

import com.sun.source.tree.Tree;
import org.jspecify.annotations.Nullable;

/**
 * Something that a check found.
 *
 * @param severity off where an option or an annotation has silenced it
 * @param tree where it is shown
 * @param message what it says
 * @param remedy what to write instead, null if that is not certain
 */
public record Finding(
        Check check, Severity severity, Tree tree, String message, @Nullable Remedy remedy) {

    /** Whether the compiler says nothing of it. */
    public boolean isSilenced() {
        return severity == Severity.OFF;
    }
}
