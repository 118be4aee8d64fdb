package dev.weft;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked about each element, of a function that waits or of one that does not. */
interface Question<T extends @Nullable Object> {
    /** Gives the answer, or {@link Coroutine#SUSPENDED} if it has to be waited for. */
    @Nullable Object ask(T element, Coroutine<?> awaiter) throws Exception;

    static <T extends @Nullable Object> Question<T> of(
            Function<? super T, ? extends @Nullable Object> function) {
        Objects.requireNonNull(function, "function");
        return (element, awaiter) -> function.apply(element);
    }

    static <T extends @Nullable Object> Question<T> ofAsync(
            AsyncFunction<? super T, ? extends @Nullable Object> function) {
        Objects.requireNonNull(function, "function");
        return (element, awaiter) -> coroutine(function.apply(element)).awaitFrom(awaiter);
    }

    static Coroutine<?> coroutine(@Nullable Coroutine<?> given) {
        return Objects.requireNonNull(given, "an async function gave null, not a coroutine");
    }
}
