package dev.weft.processor.check;

import com.sun.source.tree.Tree;

/** Tells the user of an error at its place in the source. */
interface Reporter {

    void error(Tree where, Diagnostics what, Object... about);
}
