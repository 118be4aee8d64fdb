package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Runs the workloads, prints what came out and writes it down, with plots. */
public final class Report {

    /** Whose points are cheap enough, and say something. */
    private static final List<Peer> PLOTTED =
            List.of(Peer.WEFT, Peer.BY_HAND, Peer.KOTLIN, Peer.THREADS, Peer.UVLOOP);

    /** Who is measured with a million tasks, and waiting, where time is short. */
    private static final List<Peer> CLOSEST = List.of(Peer.WEFT, Peer.BY_HAND, Peer.KOTLIN);

    private final Options options;
    private final Effort effort;
    private final Cells cells = new Cells();
    private final List<CrowdResult> crowds = new ArrayList<>();
    private final List<CompilationResult> compilations = new ArrayList<>();

    private Report(Options options) {
        this.options = options;
        effort = options.quick() ? Effort.QUICK : Effort.FULL;
    }

    /** Takes what {@link Options} says. */
    public static void main(String[] arguments) throws IOException {
        new Report(Options.parse(arguments)).run();
    }

    private void run() throws IOException {
        Files.createDirectories(options.directory());
        Files.deleteIfExists(options.directory().resolve("report.md"));
        write(Machine.description());
        if (!options.workloads().isEmpty()) attempt(this::table);
        if (options.compilations()) attempt(this::compilations);
        if (options.crowds()) attempt(this::crowds);
        if (options.plots()) attempt(this::plots);
        attempt(this::growth);
        attempt(this::targets);
    }

    private interface Section {

        void write() throws IOException;
    }

    /** A section that fails costs itself, not those after it. */
    private void attempt(Section section) throws IOException {
        try {
            section.write();
        } catch (RuntimeException | LinkageError e) {
            e.printStackTrace();
            write("\nThis failed: " + e + "\n");
        }
    }

    private void table() throws IOException {
        var table = new RatioTable(options.peers());
        write("\n## Operations\n\n" + table.head());
        for (Workload workload : options.workloads()) {
            for (int tasks : workload.tasks()) {
                var peers = options.quick() && tasks > 100_000 ? among(CLOSEST) : options.peers();
                write(table.row(workload, tasks, cells.row(workload, tasks, peers, effort)));
            }
        }
    }

    private List<Peer> among(Collection<Peer> peers) {
        return options.peers().stream().filter(peers::contains).toList();
    }

    private void compilations() throws IOException {
        write("\n## Compiling\n\n" + CompilationResult.head());
        for (int percent : List.of(100, 10)) {
            var result = Compilation.measure(percent, options.quick() ? 3 : 9);
            compilations.add(result);
            write(result.line());
        }
    }

    private void crowds() throws IOException {
        write("\n## Waiting tasks\n\n" + CrowdTable.head());
        var peers = options.quick() ? among(CLOSEST) : options.peers();
        for (Waiting waiting : Waiting.values()) {
            for (Peer peer : peers) crowd(waiting, options.crowd(), peer);
        }
        if (options.quick()) return;
        for (CrowdResult one : List.copyOf(crowds)) {
            if (one.waiting() == Waiting.ASLEEP && CrowdRun.tenTimesFit(one)) {
                crowd(Waiting.ASLEEP, 10 * one.tasks(), one.peer());
            }
        }
    }

    private void crowd(Waiting waiting, int tasks, Peer peer) throws IOException {
        if (!peer.runsHere() || peer.programs().of(waiting) == null) return;
        var result = CrowdRun.measure(waiting, tasks, peer);
        if (result.isEmpty()) return;
        crowds.add(result.get());
        write(CrowdTable.line(result.get()));
    }

    private void plots() throws IOException {
        for (Workload workload : options.workloads()) {
            List<Result> results =
                    workload.plotted().stream().flatMap(tasks -> points(workload, tasks)).toList();
            if (results.isEmpty()) continue;
            String file = workload.title() + ".svg";
            Plot.write(workload, results, options.directory().resolve(file));
            write("\n![" + workload.description() + "](" + file + ")\n");
        }
    }

    private Stream<Result> points(Workload workload, int tasks) {
        var peers = among(tasks > 100_000 ? CLOSEST : PLOTTED);
        return cells.row(workload, tasks, peers, Effort.POINT).stream();
    }

    private void growth() throws IOException {
        var growth = new Growth(cells.all());
        if (growth.goals().findAny().isEmpty()) return;
        write("\n## A million tasks beside a thousand: the cost of an operation\n\n");
        write(growth.table());
    }

    private void targets() throws IOException {
        Stream<Goal> goals =
                Stream.of(
                                Goals.ofRows(options.workloads(), cells.all()),
                                new Growth(cells.all()).goals(),
                                Goals.ofCrowds(crowds),
                                Goals.ofCompilations(compilations))
                        .flatMap(section -> section);
        write("\n## Targets\n\n" + Goals.table(goals));
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
