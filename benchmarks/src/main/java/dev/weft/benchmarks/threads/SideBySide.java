package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.Program;
import java.util.ArrayList;
import java.util.concurrent.FutureTask;

/** Runs a body in some virtual threads, which one virtual thread starts and waits for. */
final class SideBySide implements Program {

    private final Body body;

    SideBySide(Body body) {
        this.body = body;
    }

    @Override
    public long run(int tasks, int times) throws Exception {
        return Virtual.start(() -> all(tasks, times)).get();
    }

    private long all(int tasks, int times) throws Exception {
        var threads = new ArrayList<FutureTask<Integer>>(tasks);
        for (int i = 0; i < tasks; i++) threads.add(Virtual.start(() -> body.run(times)));
        long sum = 0;
        for (FutureTask<Integer> thread : threads) sum += thread.get();
        return sum;
    }
}
