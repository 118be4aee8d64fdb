package dev.weft.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures peers that run in a JVM, each in one of its own. */
final class JvmRun {

    private static final String[] JVM_ARGUMENTS = {
        "-Xms4g",
        "-Xmx4g",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djdk.virtualThreadScheduler.parallelism=1",
        "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    };

    private final boolean quick;

    JvmRun(boolean quick) {
        this.quick = quick;
    }

    Result measure(Workload workload, int tasks, Peer peer) throws RunnerException {
        ChainedOptionsBuilder options =
                new OptionsBuilder()
                        .include(Measurement.class.getName())
                        .param("workload", workload.name())
                        .param("peer", peer.name())
                        .param("tasks", Integer.toString(tasks))
                        .jvmArgs(JVM_ARGUMENTS)
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .forks(quick ? 1 : 3)
                        .warmupIterations(quick ? 8 : 15)
                        .warmupTime(TimeValue.milliseconds(quick ? 150 : 200))
                        .measurementIterations(quick ? 10 : 20)
                        .measurementTime(TimeValue.milliseconds(quick ? 60 : 100));
        Collection<RunResult> results = new Runner(options.build()).run();
        RunResult result = results.iterator().next();
        double operations = (double) tasks * workload.times(tasks);
        return new Result(
                workload,
                tasks,
                peer,
                result.getPrimaryResult().getStatistics().getPercentile(50) / operations,
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / operations);
    }
}
