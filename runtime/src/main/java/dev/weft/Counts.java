package dev.weft;

/** Checks numbers of elements. */
final class Counts {
    private Counts() {}

    static void requireNotNegative(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("count is " + count + ", less than 0");
        }
    }

    static void requirePositive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count is " + count + ", less than 1");
        }
    }
}
