package dev.weft.benchmarks.threads;

final class Tasks {

    private Tasks() {}

    static int created(int times) throws Exception {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += Virtual.start(() -> 1).get();
        return sum;
    }
}
