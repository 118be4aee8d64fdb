package dev.weft.processor.check;

import com.sun.source.tree.Tree;

/**
 * Where there is something asynchronous in a source.
 *
 * @param kind what stands there
 * @param line the line that it begins on, 0 where javac keeps no lines
 */
public record Site(Tree tree, Kind kind, long line) {

    /** What is asynchronous. */
    public enum Kind {
        METHOD,
        LAMBDA,
        SUSPENSION
    }
}
