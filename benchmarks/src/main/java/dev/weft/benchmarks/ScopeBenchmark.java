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

/** A block with a time limit that is kept, a child of a task group, a look at a variable. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ScopeBenchmark {

    private static final int TIMES = 100_000;

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer timeoutInTime() {
        return Weft.run(ScopePrograms.timeouts(TIMES));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer childOfGroup() {
        return Weft.run(ScopePrograms.group(TIMES));
    }

    @Benchmark
    @OperationsPerInvocation(TIMES)
    public Integer contextVariable() {
        return Weft.run(ScopePrograms.contextVariable(TIMES));
    }
}
