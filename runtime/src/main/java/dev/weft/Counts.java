package dev.weft;

/** Checks numbers of elements, permits and the like. */
final class Counts {
    private Counts() {}

    static void requireNotNegative(long count) {
        requireNotNegative("count", count);
    }

    static void requireNotNegative(String name, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " is " + count + ", less than 0");
        }
    }

    static void requirePositive(int count) {
        requirePositive("count", count);
    }

    static void requirePositive(String name, int count) {
        if (count < 1) {
            throw new IllegalArgumentException(name + " is " + count + ", less than 1");
        }
    }
}
