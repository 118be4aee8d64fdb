package dev.weft;

/**
 * Thrown into a generator that is being closed, at the {@code emit} where it is suspended, so that
 * its {@code finally} blocks run. An {@link Error}, so that {@code catch (Exception e)} does not
 * stop it. Python's {@code GeneratorExit}.
 */
public final class GeneratorExit extends Error {
    private static final long serialVersionUID = 1;

    /** Makes one. */
    public GeneratorExit() {
        super("the generator is being closed");
    }

    /** Captures nothing: nothing went wrong. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
