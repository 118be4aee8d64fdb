package dev.weft;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Resources whose number is known at run time only, closed in one block, the last one first.
 *
 * <pre>{@code
 * try (var stack = new AsyncExitStack()) {
 *     for (var address : addresses) {
 *         connections.add(stack.enter(await(connect(address))));
 *     }
 *     await(talk(connections));
 * }
 * }</pre>
 *
 * <p>What leaves the block is given to them one after the other, as if each had a
 * try-with-resources of its own: a scope says what leaves in its place; what the close of another
 * one fails with is added as suppressed, or leaves if nothing did. All are closed, whatever fails.
 * Once closed, the stack is empty and may be used again. It is not bound to a thread, and used by
 * one at a time. asyncio's users know it as {@code contextlib.AsyncExitStack}.
 */
public final class AsyncExitStack implements AsyncScope {
    private Deque<AsyncCloseable> entered = new ArrayDeque<>();

    /** Makes an empty stack. */
    public AsyncExitStack() {}

    /**
     * Has a resource closed when the block is left. Its close is awaited if it is an {@link
     * AsyncCloseable}, and a plain {@link AutoCloseable} is closed in the loop's thread.
     *
     * @param resource the resource; null for none, as in a try-with-resources
     * @param <R> its type
     * @return the resource
     */
    public <R extends @Nullable AutoCloseable> R enter(R resource) {
        if (resource instanceof AsyncCloseable closeable) {
            entered.push(closeable);
        } else if (resource != null) {
            entered.push(() -> new PlainClose(resource));
        }
        return resource;
    }

    /**
     * Has a scope ended when the block is left: as {@link #enter}, for a lambda that is given what
     * leaves the block, or null, and gives what leaves in its place.
     *
     * @param scope the scope
     */
    public void push(AsyncScope scope) {
        entered.push(Objects.requireNonNull(scope, "scope"));
    }

    /**
     * Has something done when the block is left, in whichever way.
     *
     * @param action what to do
     */
    public void callback(AsyncRunnable action) {
        Objects.requireNonNull(action, "action");
        entered.push(action::run);
    }

    /**
     * Hands everything over to a new stack, so that this block closes nothing: what has been opened
     * is to outlive it.
     *
     * @return the new stack
     */
    public AsyncExitStack popAll() {
        AsyncExitStack other = new AsyncExitStack();
        other.entered = entered;
        entered = new ArrayDeque<>();
        return other;
    }

    /**
     * Closes everything, the last one first.
     *
     * @param failure what leaves the block; null if it ended well
     * @return a coroutine that gives what leaves in its place
     */
    @Override
    public Coroutine<@Nullable Throwable> exit(@Nullable Throwable failure) {
        return new Exit(this, failure);
    }

    /** Closes one after the other. */
    private static final class Exit extends Coroutine<@Nullable Throwable> {
        private final AsyncExitStack stack;
        private @Nullable Throwable leaving;
        private @Nullable AsyncCloseable closing;

        Exit(AsyncExitStack stack, @Nullable Throwable leaving) {
            this.stack = stack;
            this.leaving = leaving;
        }

        @Override
        protected @Nullable Object step(@Nullable Object received) {
            while (closing != null || !stack.entered.isEmpty()) {
                try {
                    Object result = closing == null ? begin() : outcome(received);
                    if (result == SUSPENDED) {
                        return SUSPENDED;
                    }
                    ended(closing, result);
                } catch (Throwable failure) {
                    leaving = failure;
                }
                closing = null;
            }
            return leaving;
        }

        private @Nullable Object begin() throws Exception {
            AsyncCloseable next = stack.entered.pop();
            closing = next;
            if (leaving != null) {
                return awaitClose(next, leaving, this);
            }
            Coroutine<?> end =
                    next instanceof AsyncScope scope ? scope.exit(null) : next.closeAsync();
            return Objects.requireNonNull(end, "closeAsync and exit return a coroutine, never null")
                    .awaitFrom(this);
        }

        private void ended(@Nullable AsyncCloseable closed, @Nullable Object result) {
            if (leaving != null || closed instanceof AsyncScope) {
                leaving = (Throwable) result;
            }
        }
    }

    /** Closes what nobody has to wait for. */
    private static final class PlainClose extends Coroutine<@Nullable Void> {
        private final AutoCloseable resource;

        PlainClose(AutoCloseable resource) {
            this.resource = resource;
        }

        @Override
        protected @Nullable Object step(@Nullable Object received) throws Exception {
            resource.close();
            return null;
        }
    }
}
