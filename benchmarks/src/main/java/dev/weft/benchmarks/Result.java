package dev.weft.benchmarks;

/**
 * What one operation cost.
 *
 * @param workload what was done
 * @param tasks by how many tasks side by side
 * @param peer by whom
 * @param nanos the median of the iterations
 * @param bytes allocated, NaN where that is not known
 */
record Result(Workload workload, int tasks, Peer peer, double nanos, double bytes) {}
