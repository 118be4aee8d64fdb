package dev.weft.loop;

/**
 * Something that a loop runs once, each time that it is made ready.
 *
 * <p>It is a class without fields rather than an interface, so that an object which is resumed over
 * and over can stand in the ready queue itself: nothing is allocated to make it ready again.
 */
public abstract class Callback {
    /** For subclasses. */
    protected Callback() {}

    /**
     * Runs on the loop's thread. Whatever it throws goes to the loop's failure handler and never
     * stops the loop.
     */
    protected abstract void run();
}
