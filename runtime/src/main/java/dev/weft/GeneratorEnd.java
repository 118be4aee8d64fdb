package dev.weft;

import org.jspecify.annotations.Nullable;

/** A generator without elements: what a generator's body returns, and an empty one to give away. */
final class GeneratorEnd implements AsyncGenerator<@Nullable Object> {
    static final GeneratorEnd END = new GeneratorEnd();

    private GeneratorEnd() {}

    @Override
    public Coroutine<@Nullable Object> next() {
        return Weft.failed(new StopAsyncIteration());
    }

    @Override
    public Coroutine<@Nullable Object> send(@Nullable Object value) {
        return next();
    }

    @Override
    public Coroutine<@Nullable Object> throwInto(Throwable failure) {
        return Weft.failed(failure);
    }

    @Override
    public Coroutine<@Nullable Void> closeAsync() {
        return Weft.done();
    }

    @Override
    public @Nullable Object nextFrom(Coroutine<?> awaiter) {
        return Coroutine.END;
    }

    @Override
    public String toString() {
        return "end()";
    }
}
