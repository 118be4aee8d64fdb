/**
 * Random programs. A seed gives a program; each class here is a part of the grammar. Programs are
 * well-typed, end, and always do the same.
 *
 * <p>Read {@link dev.weft.differential.generator.ProgramGrammar} first.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.differential.generator;
