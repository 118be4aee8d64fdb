package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the workloads, prints what came out and writes it down, with plots. */
public final class Report {

    private static final int CROWD = 1_000_000;
    private static final int LARGEST_CROWD = 10_000_000;

    private final Options options;
    private final JvmRun jvm;
    private final ForeignRun foreign;

    private Report(Options options) {
        this.options = options;
        jvm = new JvmRun(options.quick());
        foreign = new ForeignRun(options.quick());
    }

    /** Takes what {@link Options} says. */
    public static void main(String[] arguments) throws IOException {
        new Report(Options.parse(arguments)).run();
    }

    private void run() throws IOException {
        Files.createDirectories(options.directory());
        Files.deleteIfExists(options.directory().resolve("report.md"));
        write(Machine.description() + "\n");
        var table = new RatioTable(options.peers());
        write(table.head());
        for (Workload workload : options.workloads()) {
            for (int tasks : workload.tasks()) {
                if (options.quick() && tasks > 100_000) continue;
                write(table.row(workload, tasks, measure(workload, tasks)));
            }
        }
        if (options.everything()) {
            write("\n" + Compilation.table());
            if (!options.quick()) write("\n" + CrowdTable.of(crowds()));
        }
        if (!options.quick()) plots();
    }

    private List<Result> measure(Workload workload, int tasks) {
        return options.peers().stream()
                .flatMap(peer -> measure(workload, tasks, peer).stream())
                .toList();
    }

    private Optional<Result> measure(Workload workload, int tasks, Peer peer) {
        if (peer.foreign() && options.quick() && tasks > 1_000) return Optional.empty();
        if (peer.foreign()) return foreign.measure(workload, tasks, peer);
        if (!peer.runsHere() || peer.programs().of(workload) == null) return Optional.empty();
        return jvm.measure(workload, tasks, peer);
    }

    private List<CrowdResult> crowds() {
        var results = new ArrayList<CrowdResult>();
        for (Waiting waiting : Waiting.values()) {
            crowd(waiting, CROWD).forEach(results::add);
        }
        crowd(Waiting.ASLEEP, LARGEST_CROWD).forEach(results::add);
        return results;
    }

    private Stream<CrowdResult> crowd(Waiting waiting, int tasks) {
        return options.peers().stream()
                .filter(peer -> peer.runsHere() && peer.programs().of(waiting) != null)
                .flatMap(peer -> CrowdRun.measure(waiting, tasks, peer).stream());
    }

    private void plots() throws IOException {
        var brief = new Report(options.briefly());
        for (Workload workload : options.workloads()) {
            List<Result> results =
                    workload.plotted().stream()
                            .flatMap(tasks -> brief.measure(workload, tasks).stream())
                            .toList();
            String file = workload.title() + ".svg";
            Plot.write(workload, results, options.directory().resolve(file));
            write("\n![" + workload.description() + "](" + file + ")\n");
        }
    }

    private void write(String text) throws IOException {
        System.out.print(text);
        Files.writeString(
                options.directory().resolve("report.md"),
                text,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
