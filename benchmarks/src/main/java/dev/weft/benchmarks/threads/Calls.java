package dev.weft.benchmarks.threads;

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
}
