package dev.weft.processor.check;

import com.sun.source.tree.Tree;

/**
 * Where there is something asynchronous in a source: an async method, an async lambda or an await.
 *
 * @param isAwait whether it is an await, and not a body around awaits
 * @param name the method's name, empty for what has none
 * @param firstLine its first line
 * @param lastLine its last line
 */
public record Site(Tree tree, boolean isAwait, String name, long firstLine, long lastLine) {

    public boolean covers(long line) {
        return firstLine <= line && line <= lastLine;
    }
}
