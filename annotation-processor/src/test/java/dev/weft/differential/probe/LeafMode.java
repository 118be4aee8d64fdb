package dev.weft.differential.probe;

/** When and where a leaf of a woven program completes. */
public enum LeafMode {
    /** It is complete when it is awaited. */
    AT_ONCE,
    /** In the next turn of the loop. */
    SOON,
    /** By a timer. */
    TIMER,
    /** From another thread. */
    THREAD,
    /** It is a task, or a stage that depends on one. */
    TASK,
    /** Each leaf in its own way, by the run's seed. */
    MIXED;

    LeafMode of(long seed, int leaf) {
        if (this != MIXED) return this;
        long mixed = (seed + leaf) * 0x9E3779B97F4A7C15L;
        return values()[(int) ((mixed >>> 33) % MIXED.ordinal())];
    }
}
