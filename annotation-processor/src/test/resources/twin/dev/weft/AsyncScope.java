package dev.weft;

/** A resource that says what leaves its block. */
public interface AsyncScope extends AsyncCloseable {
    @Async
    Coroutine<Throwable> exit(Throwable failure) throws Exception;

    @Override
    default Coroutine<Void> closeAsync() throws Exception {
        Throwable leaving = Weft.await(exit(null));
        if (leaving != null) throw Weft.sneak(leaving);
        return Weft.done();
    }
}
