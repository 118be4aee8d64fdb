package dev.weft.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Runs one workload as one peer writes it, in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Measurement {

    /** What is done. */
    @Param public Workload workload;

    /** By whom. */
    @Param public Peer peer;

    /** By how many tasks side by side. */
    @Param("1")
    public int tasks;

    private Program program;
    private int times;

    /** Finds the program. */
    @Setup
    public void find() {
        program = requireNonNull(peer.programs().of(workload));
        times = workload.times(tasks);
    }

    /** All of its operations. */
    @Benchmark
    public long operations() throws Exception {
        return program.run(tasks, times);
    }
}
