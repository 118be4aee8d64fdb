package dev.weft;

public interface AsyncGenerator<T> extends AsyncIterable<T>, AsyncIterator<T> {
    @Override
    default AsyncIterator<T> iterator() {
        return this;
    }

    @Override
    Coroutine<T> next();

    Coroutine<T> send(Object value);

    Coroutine<T> throwInto(Throwable failure);

    @Override
    Coroutine<Void> closeAsync();
}
