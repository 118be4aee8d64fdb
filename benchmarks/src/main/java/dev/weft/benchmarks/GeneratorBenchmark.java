package dev.weft.benchmarks;

import dev.weft.Weft;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** One step of a generator and one awaited close, against the plain awaits that they stand for. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GeneratorBenchmark {

    private static final int TIMES = 100_000;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer elementAtOnce() {
        return Weft.run(GeneratorPrograms.sum(TIMES, false));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer elementAfterSuspension() {
        return Weft.run(GeneratorPrograms.sum(TIMES, true));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer closeOfBlock() {
        return Weft.run(GeneratorPrograms.blocks(TIMES));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer closeByPlainAwait() {
        return Weft.run(GeneratorPrograms.closes(TIMES));
    }
}
