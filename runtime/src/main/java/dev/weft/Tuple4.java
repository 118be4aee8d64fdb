package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What {@code gather} of four awaitables gives: each result with its own type.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param <C> the type of the third result
 * @param <D> the type of the fourth result
 * @param first the first result
 * @param second the second result
 * @param third the third result
 * @param fourth the fourth result
 */
public record Tuple4<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object>(
        A first, B second, C third, D fourth) {}
