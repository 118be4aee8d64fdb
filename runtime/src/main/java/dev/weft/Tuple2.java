package dev.weft;

import org.jspecify.annotations.Nullable;

/**
 * What {@code gather} of two awaitables gives: each result with its own type.
 *
 * @param <A> the type of the first result
 * @param <B> the type of the second result
 * @param first the first result
 * @param second the second result
 */
public record Tuple2<A extends @Nullable Object, B extends @Nullable Object>(A first, B second) {}
