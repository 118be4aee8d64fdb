package dev.weft.loop;

/** Runs callbacks in the driver's place, so as to see each of them: debug mode's measuring. */
@FunctionalInterface
public interface Watch {
    /**
     * Runs a callback, on the loop's thread.
     *
     * @param run the callback's run
     * @param callback the callback itself, for naming it
     */
    void run(Runnable run, Callback callback);
}
