/** Weft's public surface: everything that a program with {@code @Async} methods imports. */
@org.jspecify.annotations.NullMarked
package dev.weft;
