/**
 * What is known of other classes where no compiler is at hand: their class files are read, as the
 * agent and the command for finished class files do.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.weaver.types;
