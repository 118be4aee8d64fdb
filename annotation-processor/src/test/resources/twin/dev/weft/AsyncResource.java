package dev.weft;

/** What a generator emits once, given back at the end of a block. */
public final class AsyncResource<T> implements AsyncScope {

    private final AsyncGenerator<? extends T> generator;
    private final T value;

    AsyncResource(AsyncGenerator<? extends T> generator) {
        this.generator = generator;
        try {
            value = Weft.await(generator.next());
        } catch (StopAsyncIteration end) {
            throw new IllegalStateException(
                    generator + " did not emit: a resource is emitted exactly once", end);
        }
    }

    public T value() {
        return value;
    }

    @Override
    public Coroutine<Throwable> exit(Throwable failure) {
        try {
            if (failure == null) Weft.await(generator.next());
            else Weft.await(generator.throwInto(failure));
        } catch (StopAsyncIteration end) {
            return Weft.done(null);
        } catch (Throwable thrown) {
            if (failure == null) throw thrown;
            return Weft.done(thrown);
        }
        Throwable twice =
                new IllegalStateException(
                        generator + " emitted twice: a resource is emitted exactly once", failure);
        try {
            Weft.await(generator.closeAsync());
        } catch (Throwable thrown) {
            twice.addSuppressed(thrown);
        }
        return Weft.done(twice);
    }
}
