package dev.weft.eject.code;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What has to be done wherever a piece of a body is left: a {@code finally} block, the close of a
 * resource or of an iterator. There is one copy of it, and so it has to know how it was come to.
 *
 * @param entry where it begins
 * @param failure what left the piece, null if it was no failure
 * @param way the state to go to behind it
 * @param ways where that may be
 */
public record Ending(Label entry, Variable failure, Variable way, Set<Label> ways) {

    public Ending(Label entry, Variable failure, Variable way) {
        this(entry, failure, way, new LinkedHashSet<>());
    }

    /** Whether it has to be kept in mind where to go: there are several ways. */
    public boolean hasChoice() {
        return ways.stream().map(Label::number).distinct().count() > 1;
    }
}
