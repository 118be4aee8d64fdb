package dev.weft.loop;

/** Told of what a callback let out. */
@FunctionalInterface
public interface FailureHandler {
    /**
     * Takes a failure, on the loop's thread.
     *
     * @param callback the callback that threw
     * @param failure what it threw
     */
    void failed(Callback callback, Throwable failure);
}
