package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.Computation;

final class Calls {

    private Calls() {}

    static int chains(int times, int depth, boolean suspends) {
        int calls = 0;
        for (int i = 0; i < times; i++) calls += nested(depth, suspends);
        return calls / depth;
    }

    private static int nested(int depth, boolean suspends) {
        if (depth > 1) return nested(depth - 1, suspends) + 1;
        if (suspends) Thread.yield();
        return 1;
    }

    static int exceptions(int times, int depth) {
        int caught = 0;
        for (int i = 0; i < times; i++) {
            try {
                failing(depth);
            } catch (IllegalStateException e) {
                caught++;
            }
        }
        return caught;
    }

    private static int failing(int depth) {
        if (depth > 1) return failing(depth - 1) + 1;
        Thread.yield();
        throw new IllegalStateException("thrown through awaits");
    }

    static int hotLoop(int times) {
        int[] data = Computation.data();
        int hash = 0;
        for (int i = 0; i < times; i++) {
            hash = 31 * hash + data[i & data.length - 1];
            if ((i & Computation.SELDOM) == 0) Thread.yield();
        }
        return Computation.checked(hash, times);
    }
}
