package dev.weft;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a generator makes and gives back: {@code asyncResource} runs the generator to its
 * one {@code emit}, and the end of the block lets it go on from there.
 *
 * <pre>{@code
 * @Async
 * AsyncGenerator<Session> session(URI server) {
 *     Session session = await(open(server));
 *     try {
 *         emit(session);
 *     } finally {
 *         await(session.logout());
 *     }
 *     return end();
 * }
 *
 * try (var session = await(asyncResource(session(server)))) {
 *     await(session.value().send(request));
 * }
 * }</pre>
 *
 * <p>What leaves the block is thrown at the {@code emit}. If the generator ends all the same,
 * nothing leaves the block; if it throws something else, that leaves it. It belongs to the loop of
 * the task that made it. Python's {@code asynccontextmanager}.
 *
 * @param <T> the type of what is emitted
 */
public final class AsyncResource<T extends @Nullable Object> implements AsyncScope {
    private final AsyncGenerator<? extends T> generator;
    private final T value;

    AsyncResource(AsyncGenerator<? extends T> generator, T value) {
        this.generator = generator;
        this.value = value;
    }

    /**
     * The resource.
     *
     * @return what the generator emitted
     */
    public T value() {
        return value;
    }

    /**
     * Lets the generator go on to its end. Once it has ended this does nothing.
     *
     * @param failure what leaves the block and is thrown at the {@code emit}; null if it ended well
     * @return a coroutine that gives {@code failure}, or what the generator threw in its place, or
     *     null if it held it back; an {@link IllegalStateException} if the generator emitted twice
     */
    @Override
    public Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) {
        return new ResourceExit(generator, failure);
    }

    @Override
    public String toString() {
        return "resource of " + generator;
    }

    /** Runs a generator to its first {@code emit}. */
    static final class Entry<T extends @Nullable Object> extends Coroutine<AsyncResource<T>> {
        private final AsyncGenerator<? extends T> generator;
        private boolean asked;

        Entry(AsyncGenerator<? extends T> generator) {
            this.generator = Objects.requireNonNull(generator, "generator");
        }

        @Override
        @SuppressWarnings("unchecked")
        protected @Nullable Object step(@Nullable Object received) {
            Object value;
            try {
                value = asked ? outcome(received) : begin();
            } catch (StopAsyncIteration end) {
                throw new IllegalStateException(
                        generator + " did not emit: a resource is emitted exactly once", end);
            }
            return value == SUSPENDED ? SUSPENDED : new AsyncResource<>(generator, (T) value);
        }

        private @Nullable Object begin() {
            asked = true;
            return generator.next().awaitFrom(this);
        }
    }
}
