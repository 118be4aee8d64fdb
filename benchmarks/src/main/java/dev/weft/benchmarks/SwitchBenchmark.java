package dev.weft.benchmarks;

import dev.weft.Runner;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Switching among 100,000 tasks that yield in turn, per switch. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SwitchBenchmark {

    private static final int TASKS = 100_000;
    private static final int ROUNDS = 10;

    /** The tasks, which are there before anything is measured. */
    @State(Scope.Thread)
    public static class WeftTasks {
        private final Runner runner = new Runner();

        /** Starts them. */
        @Setup
        public void start() {
            runner.run(AsyncPrograms.inBackground(TASKS));
        }

        /** Cancels them. */
        @TearDown
        public void cancel() {
            runner.close();
        }
    }

    /** The same by hand. */
    @State(Scope.Thread)
    public static class HandWrittenTasks {
        private final HandWritten.Loop loop = new HandWritten.Loop();

        /** Starts them. */
        @Setup
        public void start() {
            for (int i = 0; i < TASKS; i++) {
                var task = new HandWritten.Task(loop);
                loop.start(task, new HandWritten.Yields(task, Integer.MAX_VALUE));
            }
            loop.run(1);
        }
    }

    @Benchmark
    @OperationsPerInvocation(TASKS * ROUNDS)
    public @Nullable Object switchAmongManyWeft(WeftTasks tasks) {
        return tasks.runner.run(AsyncPrograms.yields(ROUNDS));
    }

    @Benchmark
    @OperationsPerInvocation(TASKS * ROUNDS)
    public Object switchAmongManyByHand(HandWrittenTasks tasks) {
        tasks.loop.run(ROUNDS);
        return tasks.loop;
    }
}
