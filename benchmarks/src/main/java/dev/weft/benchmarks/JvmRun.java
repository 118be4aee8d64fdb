package dev.weft.benchmarks;

import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures what runs in a JVM, in one of its own. */
final class JvmRun {

    /** The same for all of them: one carrier for virtual threads, and JMH 1.37 knows no JDK 25. */
    static final List<String> ARGUMENTS =
            List.of(
                    "-XX:+IgnoreUnrecognizedVMOptions",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djdk.virtualThreadScheduler.parallelism=1",
                    "-Djdk.virtualThreadScheduler.maxPoolSize=1");

    private final boolean quick;

    JvmRun(boolean quick) {
        this.quick = quick;
    }

    Optional<Result> measure(Workload workload, int tasks, Peer peer) {
        try {
            RunResult result = new Runner(options(workload, tasks, peer)).run().iterator().next();
            double operations = (double) tasks * workload.times(tasks);
            double nanos = result.getPrimaryResult().getStatistics().getPercentile(50);
            double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
            return Optional.of(
                    new Result(workload, tasks, peer, nanos / operations, bytes / operations));
        } catch (RunnerException e) {
            System.err.println(workload.title() + ", " + peer.title() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The second compiler takes seconds until it leaves a chain of resumed calls alone. */
    private Options options(Workload workload, int tasks, Peer peer) {
        // Of very many tasks one run takes seconds, and compiles what it needs.
        boolean many = tasks >= 100_000;
        int warmup = many ? 3 : quick ? 20 : 30;
        int iterations = many ? 5 : quick ? 10 : 20;
        return new OptionsBuilder()
                .include(Measurement.class.getName())
                .param("workload", workload.name())
                .param("peer", peer.name())
                .param("tasks", Integer.toString(tasks))
                .jvmArgs(ARGUMENTS.toArray(String[]::new))
                .jvmArgsAppend("-Xms4g", "-Xmx4g")
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .forks(quick || many ? 1 : 3)
                .warmupIterations(warmup)
                .warmupTime(TimeValue.milliseconds(200))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(quick ? 50 : 100))
                .build();
    }
}
