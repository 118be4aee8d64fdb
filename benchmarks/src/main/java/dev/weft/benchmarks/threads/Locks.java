package dev.weft.benchmarks.threads;

import java.util.concurrent.locks.ReentrantLock;

final class Locks {

    private Locks() {}

    static int handedOver(int times) throws Exception {
        var lock = new ReentrantLock(true);
        var other = Virtual.start(() -> holds(times / 2, lock));
        return holds(times / 2, lock) + other.get();
    }

    private static int holds(int times, ReentrantLock lock) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            lock.lock();
            try {
                Thread.yield();
                sum++;
            } finally {
                lock.unlock();
            }
        }
        return sum;
    }
}
