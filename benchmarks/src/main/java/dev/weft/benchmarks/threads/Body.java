package dev.weft.benchmarks.threads;

/** What one of the threads does. */
@FunctionalInterface
interface Body {

    /** Does it some times, and gives how often it was done. */
    int run(int times) throws Exception;
}
