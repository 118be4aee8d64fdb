package dev.weft.processor.check;

import com.sun.source.tree.Tree;

/** Is told what is wrong, and at which place in the source. */
interface Reporter {

    void report(Tree where, Diagnostics what, Object... about);
}
