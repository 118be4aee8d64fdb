package dev.weft.benchmarks;

/** A workload as one peer writes it. */
@FunctionalInterface
public interface Program {

    /**
     * Lets some tasks do the workload's operation side by side, on one thread.
     *
     * @param tasks how many do it side by side
     * @param times how often each of them does it
     * @return how often it was done by all of them, counted by themselves
     */
    long run(int tasks, int times) throws Exception;
}
