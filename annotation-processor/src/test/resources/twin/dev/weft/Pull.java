package dev.weft;

import java.util.Arrays;

/** An iterator over others, which it closes when it fails or ends before they do. */
abstract class Pull<T> implements AsyncIterator<T> {

    static final Object END = new Object();
    static final Object STOP = new Object();

    private boolean over;

    abstract Object advance() throws Exception;

    abstract AsyncCloseable[] held();

    @Override
    @SuppressWarnings("unchecked")
    public Coroutine<T> next() {
        if (over) throw new StopAsyncIteration();
        Object element;
        try {
            element = advance();
        } catch (Throwable failure) {
            over = true;
            throw Weft.sneak(close(failure));
        }
        if (element != STOP && element != END) return Weft.done((T) element);
        over = true;
        if (element == STOP) closeHeld();
        throw new StopAsyncIteration();
    }

    @Override
    public Coroutine<Void> closeAsync() {
        if (over) return Weft.done();
        over = true;
        closeHeld();
        return Weft.done();
    }

    private void closeHeld() {
        Throwable failure = close(null);
        if (failure != null) throw Weft.sneak(failure);
    }

    private Throwable close(Throwable failure) {
        for (AsyncCloseable each : held())
            try {
                Weft.await(each.closeAsync());
            } catch (Throwable thrown) {
                if (failure == null) failure = thrown;
                else if (failure != thrown) failure.addSuppressed(thrown);
            }
        return failure;
    }

    static <T> Object pulled(AsyncIterator<T> source) throws Exception {
        try {
            return Weft.await(source.next());
        } catch (StopAsyncIteration end) {
            return END;
        }
    }

    /** What is done with each element: gives what stands in its place, or null to leave it out. */
    interface Step<T> {
        Object of(T element) throws Exception;
    }

    static final Object SKIP = new Object();

    static <T, R> AsyncIterator<R> each(AsyncIterator<T> source, Step<T> step) {
        return new Pull<>() {
            @Override
            @SuppressWarnings("unchecked")
            Object advance() throws Exception {
                while (true) {
                    Object element = pulled(source);
                    if (element == END) return END;
                    Object answer = step.of((T) element);
                    if (answer != SKIP) return answer;
                }
            }

            @Override
            AsyncCloseable[] held() {
                return new AsyncCloseable[] {source};
            }
        };
    }

    static <T> AsyncIterator<T> take(AsyncIterator<T> source, long count) {
        return new Pull<>() {
            private long left = count;

            @Override
            Object advance() throws Exception {
                if (left == 0) return STOP;
                Object element = pulled(source);
                left--;
                return element;
            }

            @Override
            AsyncCloseable[] held() {
                return new AsyncCloseable[] {source};
            }
        };
    }

    static <T, R> AsyncIterator<R> flat(AsyncIterator<T> source, Step<T> step) {
        return new Pull<>() {
            private AsyncIterator<?> inner;

            @Override
            @SuppressWarnings("unchecked")
            Object advance() throws Exception {
                while (true) {
                    if (inner == null) {
                        Object element = pulled(source);
                        if (element == END) return END;
                        inner = ((AsyncIterable<R>) step.of((T) element)).iterator();
                    }
                    Object element = pulled(inner);
                    if (element != END) return element;
                    inner = null;
                }
            }

            @Override
            AsyncCloseable[] held() {
                return inner == null
                        ? new AsyncCloseable[] {source}
                        : new AsyncCloseable[] {inner, source};
            }
        };
    }

    interface Pair<A, B> {
        Object of(A a, B b);
    }

    static <A, B, R> AsyncIterator<R> zip(AsyncIterator<A> left, AsyncIterator<B> right, Pair<A, B> pair) {
        return new Pull<>() {
            @Override
            @SuppressWarnings("unchecked")
            Object advance() throws Exception {
                Object a = pulled(left);
                if (a == END) return STOP;
                Object b = pulled(right);
                return b == END ? STOP : pair.of((A) a, (B) b);
            }

            @Override
            AsyncCloseable[] held() {
                return new AsyncCloseable[] {left, right};
            }
        };
    }

    @SafeVarargs
    static <T> AsyncIterator<T> of(T... elements) {
        var all = Arrays.asList(elements).iterator();
        return new Pull<>() {
            @Override
            Object advance() {
                return all.hasNext() ? all.next() : END;
            }

            @Override
            AsyncCloseable[] held() {
                return new AsyncCloseable[0];
            }
        };
    }
}
