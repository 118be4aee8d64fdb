package dev.weft.benchmarks.threads;

final class Switches {

    private Switches() {}

    static int yields(int times) {
        for (int i = 0; i < times; i++) Thread.yield();
        return times;
    }
}
