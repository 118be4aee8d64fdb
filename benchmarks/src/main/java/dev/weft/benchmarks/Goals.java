package dev.weft.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that Weft is to reach, as far as it was measured. */
final class Goals {

    private static final double FITS = 4 * 1024.0 * 1024 * 1024;

    private Goals() {}

    /** One line for each. */
    static String table(Stream<Goal> goals) {
        return goals.map(Goal::line).collect(Collectors.joining("", Goal.head(), ""));
    }

    /** Of the rows of the table. */
    static Stream<Goal> ofRows(Collection<Workload> workloads, Collection<Result> results) {
        return workloads.stream()
                .flatMap(
                        workload ->
                                workload.tasks().stream()
                                        .flatMap(tasks -> ofRow(workload, tasks, results)));
    }

    private static Stream<Goal> ofRow(Workload workload, int tasks, Collection<Result> results) {
        List<Result> row =
                results.stream()
                        .filter(r -> r.workload() == workload && r.tasks() == tasks)
                        .toList();
        return Target.goals(workload, tasks, row);
    }

    /** Of tasks that wait. */
    static Stream<Goal> ofCrowds(Collection<CrowdResult> crowds) {
        var weft = crowds.stream().filter(crowd -> crowd.peer() == Peer.WEFT).toList();
        return weft.stream().flatMap(crowd -> ofCrowd(crowd, crowds));
    }

    private static Stream<Goal> ofCrowd(CrowdResult weft, Collection<CrowdResult> crowds) {
        boolean asleep = weft.waiting() == Waiting.ASLEEP;
        var other = kotlin(asleep ? Waiting.ASLEEP : Waiting.BARE, weft.tasks(), crowds);
        Stream<Goal> bytes =
                other.stream()
                        .map(kotlin -> bytes(weft, weft.bytes() / kotlin.bytes(), asleep))
                        .filter(goal -> weft.tasks() <= CrowdRun.MANY);
        return asleep ? Stream.concat(bytes, Stream.of(awakeOrFits(weft))) : bytes;
    }

    private static Optional<CrowdResult> kotlin(
            Waiting waiting, int tasks, Collection<CrowdResult> crowds) {
        return crowds.stream()
                .filter(c -> c.peer() == Peer.KOTLIN && c.waiting() == waiting)
                .filter(c -> c.tasks() == tasks)
                .findFirst();
    }

    private static Goal bytes(CrowdResult weft, double part, boolean asleep) {
        return asleep
                ? new Goal("heap of " + named(weft), part, 0.45, "of Kotlin")
                : new Goal("heap of " + named(weft), part, 0.8, "of Kotlin's bare form");
    }

    private static Goal awakeOrFits(CrowdResult weft) {
        if (weft.tasks() <= CrowdRun.MANY) {
            return new Goal("waking all of " + named(weft), weft.seconds(), 0.5, "s");
        }
        double heap = weft.bytes() * weft.tasks();
        return new Goal("heap of all of " + named(weft), heap / FITS * 4, 4, "GB");
    }

    private static String named(CrowdResult crowd) {
        return String.format(
                Locale.ROOT, "%s, %,d of them", crowd.waiting().description(), crowd.tasks());
    }

    /** Of the time to compile a module in which few methods are async. */
    static Stream<Goal> ofCompilations(Collection<CompilationResult> compilations) {
        return compilations.stream()
                .filter(compilation -> compilation.percent() == 10)
                .map(
                        compilation ->
                                new Goal(
                                        "time to compile, a tenth async",
                                        compilation.weft() / compilation.alone(),
                                        1.15,
                                        "of javac alone"));
    }
}
