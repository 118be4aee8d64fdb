package dev.weft.processor.check;

import com.sun.source.tree.Tree;

/**
 * Something that a check found and that nobody has silenced.
 *
 * @param tree where it is shown
 * @param message what it says
 */
public record Finding(Check check, Severity severity, Tree tree, String message) {}
