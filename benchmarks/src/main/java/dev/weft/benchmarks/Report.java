package dev.weft.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs the workloads and prints what came out. */
public final class Report {

    private final Options options;
    private final RatioTable table;
    private final JvmRun jvm;

    private Report(Options options) {
        this.options = options;
        table = new RatioTable(options.peers());
        jvm = new JvmRun(options.quick());
    }

    /** Takes what {@link Options} says. */
    public static void main(String[] arguments) throws RunnerException {
        new Report(Options.parse(arguments)).run();
    }

    private void run() throws RunnerException {
        System.out.print(table.head());
        for (Workload workload : options.workloads()) {
            for (int tasks : workload.tasks()) {
                System.out.print(table.row(workload, tasks, measure(workload, tasks)));
            }
        }
    }

    private List<Result> measure(Workload workload, int tasks) throws RunnerException {
        var results = new ArrayList<Result>();
        for (Peer peer : options.peers()) {
            if (peer.runsHere() && peer.programs().of(workload) != null) {
                results.add(jvm.measure(workload, tasks, peer));
            }
        }
        return results;
    }
}
