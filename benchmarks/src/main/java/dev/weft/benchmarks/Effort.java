package dev.weft.benchmarks;

/**
 * How long a cell is measured. HotSpot's second compiler takes seconds until it leaves a chain of
 * resumed calls alone.
 *
 * @param warmups iterations before what counts
 * @param warmupMillis of each of them, at least
 * @param iterations of which the median counts
 * @param iterationMillis of each of them, at least
 */
record Effort(int warmups, int warmupMillis, int iterations, int iterationMillis) {

    static final Effort FULL = new Effort(20, 200, 20, 100);
    static final Effort QUICK = new Effort(15, 200, 10, 50);
    static final Effort POINT = new Effort(10, 100, 5, 50);

    /** Of very many tasks one run takes up to seconds, and compiles what it needs. */
    Effort of(int tasks) {
        if (tasks < 100_000) return this;
        int divisor = tasks < 1_000_000 ? 5 : 10;
        return new Effort(
                Math.max(warmups / divisor, 1),
                warmupMillis,
                Math.max(iterations / 5, 2),
                iterationMillis);
    }
}
