package dev.weft;

import dev.weft.woven.Frame;
import dev.weft.woven.Woven;

/** A loop over {@code each} as it is woven, for tests. */
final class Each<T> extends Frame<Object> {
    /** What the body gives to leave the loop. */
    static final Object BREAK = new Object();

    interface Body<T> {
        /** What is done with an element: an awaitable is awaited. */
        Object run(T element) throws Throwable;
    }

    private final AsyncIterable<T> source;
    private final Body<? super T> body;
    private AsyncIterator<?> iterator;

    private Each(AsyncIterable<T> source, Body<? super T> body) {
        this.source = source;
        this.body = body;
    }

    static <T> Each<T> each(AsyncIterable<T> source, Body<? super T> body) {
        return new Each<>(source, body);
    }

    @Override
    protected Object step(Object received) {
        try {
            return body(received);
        } catch (Throwable failure) {
            throw Sneaky.rethrow(failure);
        }
    }

    @SuppressWarnings("unchecked")
    private Object body(Object received) throws Exception {
        int from = state;
        if (from == 3) {
            return outcome(received);
        }
        if (from == 4) {
            throw Sneaky.rethrow((Throwable) outcome(received));
        }
        if (from == 0) {
            iterator = Woven.iterate(source);
        }
        try {
            while (true) {
                if (from != 2) {
                    Object element = from == 1 ? outcome(received) : iterator.nextFrom(this);
                    if (element == SUSPENDED) {
                        state = 1;
                        return SUSPENDED;
                    }
                    if (element == Woven.END) {
                        return null;
                    }
                    Object given = body.run((T) element);
                    if (given == BREAK) {
                        break;
                    }
                    if (given instanceof Awaitable<?> awaitable
                            && awaitable.awaitFrom(this) == SUSPENDED) {
                        state = 2;
                        return SUSPENDED;
                    }
                } else {
                    outcome(received);
                }
                from = 0;
            }
        } catch (Throwable failure) {
            Object leaving = Woven.abandon(iterator, failure, this);
            if (leaving == SUSPENDED) {
                state = 4;
                return SUSPENDED;
            }
            throw Sneaky.rethrow((Throwable) leaving);
        }
        Object closed = Woven.abandon(iterator, this);
        state = 3;
        return closed;
    }

    @Override
    protected String trace() {
        return "app.Program\neach\nProgram.java\n1,2,3,4";
    }
}
