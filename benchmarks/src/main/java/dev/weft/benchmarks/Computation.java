package dev.weft.benchmarks;

import java.util.Random;

/** What the hot loop computes. */
public final class Computation {

    /** The loop yields where these bits of its counter are clear. */
    public static final int SELDOM = 0xffff;

    private static final int SIZE = 4096;

    private static final int[] DATA = new Random(1).ints(SIZE).toArray();

    private Computation() {}

    /** Numbers to compute with, a power of two of them, the same for all. */
    public static int[] data() {
        return DATA;
    }

    /** The count of steps, if the result may have been computed: the compiler must not know. */
    public static int checked(int hash, int times) {
        return hash == SIZE && times == SIZE ? 0 : times;
    }
}
