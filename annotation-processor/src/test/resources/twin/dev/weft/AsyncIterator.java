package dev.weft;

public interface AsyncIterator<T> extends AsyncCloseable {
    @Async
    Coroutine<T> next() throws Exception;

    @Override
    default Coroutine<Void> closeAsync() throws Exception {
        return Weft.done();
    }
}
