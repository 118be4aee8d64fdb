package dev.weft;

/** An eager box: the body has run when it is made, so all that is left is its value. */
public abstract class Coroutine<T> implements Awaitable<T> {

    static final class Value<T> extends Coroutine<T> {
        private final T value;

        Value(T value) {
            this.value = value;
        }

        @Override
        public T outcome() {
            return value;
        }
    }

    static final class Failed<T> extends Coroutine<T> {
        private final Throwable failure;

        Failed(Throwable failure) {
            this.failure = failure;
        }

        @Override
        public T outcome() {
            throw Weft.sneak(failure);
        }
    }
}
