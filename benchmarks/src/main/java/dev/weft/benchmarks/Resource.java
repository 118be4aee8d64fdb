package dev.weft.benchmarks;

/**
 * Something to use and close in turn. Either needs what the other has left behind, so that a
 * compiler can neither leave one out nor do many at once.
 */
public final class Resource {

    private final int[] data = Computation.data();
    private int hash;
    private int uses;
    private int closes;

    /** Uses it. */
    public void use() {
        hash ^= uses++;
    }

    /** Closes it. */
    public void close() {
        hash = data[hash & data.length - 1];
        closes++;
    }

    /** How often it was used and closed. */
    public int uses() {
        return Computation.checked(hash, Math.min(uses, closes));
    }
}
