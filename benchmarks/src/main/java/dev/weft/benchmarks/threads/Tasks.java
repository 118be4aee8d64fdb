package dev.weft.benchmarks.threads;

import java.util.ArrayList;
import java.util.concurrent.FutureTask;

final class Tasks {

    private Tasks() {}

    static int created(int times) throws Exception {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += Virtual.start(() -> 1).get();
        return sum;
    }

    static int gathered(int times, int children) throws Exception {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            var all = new ArrayList<FutureTask<Integer>>(children);
            for (int j = 0; j < children; j++) all.add(Virtual.start(() -> 1));
            for (var one : all) sum += one.get();
        }
        return sum / children;
    }

    static int cancelled(int times) throws Exception {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            var thread = Virtual.thread(Tasks::sleep);
            Thread.yield();
            thread.interrupt();
            thread.join();
            sum++;
        }
        return sum;
    }

    private static void sleep() {
        try {
            Thread.sleep(3_600_000);
        } catch (InterruptedException e) {
            // is how it ends
        }
    }
}
