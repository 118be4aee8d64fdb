package dev.weft;

import java.util.ArrayDeque;
import java.util.Deque;

public final class AsyncExitStack implements AsyncScope {

    private Deque<AutoCloseable> entered = new ArrayDeque<>();

    public <R extends AutoCloseable> R enter(R resource) {
        if (resource != null) entered.push(resource);
        return resource;
    }

    public void push(AsyncScope scope) {
        entered.push(scope);
    }

    public void callback(AsyncRunnable action) {
        entered.push(() -> Weft.await(action.run()));
    }

    public AsyncExitStack popAll() {
        AsyncExitStack other = new AsyncExitStack();
        other.entered = entered;
        entered = new ArrayDeque<>();
        return other;
    }

    @Override
    public Coroutine<Throwable> exit(Throwable failure) {
        Throwable leaving = failure;
        while (!entered.isEmpty()) {
            AutoCloseable next = entered.pop();
            try {
                if (next instanceof AsyncScope scope) leaving = Weft.await(scope.exit(leaving));
                else next.close();
            } catch (Throwable thrown) {
                if (leaving == null) leaving = thrown;
                else if (leaving != thrown) leaving.addSuppressed(thrown);
            }
        }
        return Weft.done(leaving);
    }
}
