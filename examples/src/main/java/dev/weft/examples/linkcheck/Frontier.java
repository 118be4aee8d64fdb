package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Coroutine;
import dev.weft.Promise;
import dev.weft.StopAsyncIteration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * What is still to be visited: each element once, handed to whichever worker asks next. It needs no
 * lock, since all workers run on one loop and only an {@code await} lets another one run.
 *
 * @param <T> what is visited
 */
final class Frontier<T> implements AsyncIterable<T> {
    private final int workers;
    private final Set<T> seen = new HashSet<>();
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Deque<Promise<T>> idle = new ArrayDeque<>();

    /** For so many workers, each of which iterates to the end. */
    Frontier(int workers) {
        this.workers = workers;
    }

    /** Adds what was not added before. */
    void add(T element) {
        if (!seen.add(element)) {
            return;
        }
        Promise<T> worker = idle.poll();
        while (worker != null && worker.done()) {
            worker = idle.poll(); // that one was cancelled while it waited
        }
        if (worker != null) {
            worker.complete(element);
        } else {
            waiting.add(element);
        }
    }

    /** What is there for one worker; it ends once every worker is idle. */
    @Override
    public AsyncIterator<T> iterator() {
        return this::next;
    }

    /** Suspends while there is no element but another worker may still find some. */
    @Async
    private Coroutine<T> next() {
        if (waiting.isEmpty() && idle.size() < workers - 1) {
            Promise<T> found = new Promise<>();
            idle.add(found);
            return done(await(found));
        }
        if (waiting.isEmpty()) {
            for (Promise<T> worker; (worker = idle.poll()) != null; ) {
                if (!worker.done()) {
                    worker.fail(new StopAsyncIteration());
                }
            }
            throw new StopAsyncIteration();
        }
        return done(waiting.remove());
    }

    int seen() {
        return seen.size();
    }

    int waiting() {
        return waiting.size();
    }
}
