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

    private static final int SECONDS = 180;

    private JvmRun() {}

    static Optional<Result> measure(Workload workload, int tasks, Peer peer, Effort effort) {
        if (!peer.runsHere() || peer.programs().of(workload) == null) return Optional.empty();
        try (var patience = Patience.of(SECONDS)) {
            var runner = new Runner(options(workload, tasks, peer, effort.of(tasks)));
            RunResult result = runner.run().iterator().next();
            double operations = (double) tasks * workload.times(tasks);
            double nanos = result.getPrimaryResult().getStatistics().getPercentile(50);
            double bytes = result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
            return Optional.of(
                    new Result(workload, tasks, peer, nanos / operations, bytes / operations));
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Options options(Workload workload, int tasks, Peer peer, Effort effort) {
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
                .forks(1)
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.warmupMillis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.iterationMillis()))
                .build();
    }
}
