package dev.weft.benchmarks;

/** Very many tasks that wait, as one peer writes it. */
@FunctionalInterface
public interface Crowd {

    /**
     * Starts them, calls {@link Census#settled} when all of them wait, lets them end and returns
     * when all of them have.
     */
    void gather(int tasks, Census census) throws Exception;
}
