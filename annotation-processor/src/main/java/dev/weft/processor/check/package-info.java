/**
 * The checks on javac's attributed trees: one scan over a class, one class per rule, all words in
 * {@link dev.weft.processor.check.Diagnostics}.
 */
@org.jspecify.annotations.NullMarked
package dev.weft.processor.check;
