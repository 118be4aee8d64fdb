package dev.weft.benchmarks;

import dev.weft.Weft;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** Suspending and resuming one task, per operation. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SuspendBenchmark {

    private static final int TIMES = 100_000;
    private static final int DEPTH = 10;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object suspendAndResumeWeft() {
        return Weft.run(AsyncPrograms.yields(TIMES));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object suspendAndResumeByHand() {
        var loop = new HandWritten.Loop();
        var task = new HandWritten.Task(loop);
        loop.start(task, new HandWritten.Yields(task, TIMES));
        loop.run();
        return task.value;
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object tenNestedSuspendWeft() {
        return Weft.run(AsyncPrograms.repeated(TIMES, DEPTH, true));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object tenNestedSuspendByHand() {
        return repeatedByHand(true);
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object tenNestedAtOnceWeft() {
        return Weft.run(AsyncPrograms.repeated(TIMES, DEPTH, false));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public @Nullable Object tenNestedAtOnceByHand() {
        return repeatedByHand(false);
    }

    private static @Nullable Object repeatedByHand(boolean suspends) {
        var loop = new HandWritten.Loop();
        var task = new HandWritten.Task(loop);
        loop.start(task, new HandWritten.Repeated(task, TIMES, DEPTH, suspends));
        loop.run();
        return task.value;
    }
}
