package dev.weft.benchmarks.byhand;

import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Programs;
import dev.weft.benchmarks.Workload;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The workloads by hand: those that are about a switch and about calls. */
public final class ByHand implements Programs {

    @Override
    public @Nullable Program of(Workload workload) {
        return switch (workload) {
            case YIELD -> (tasks, times) -> run(tasks, task -> new HandWritten.Yields(task, times));
            case CHAIN_AT_ONCE -> (tasks, times) -> run(tasks, task -> chains(task, times, false));
            case CHAIN_SUSPENDING ->
                    (tasks, times) -> run(tasks, task -> chains(task, times, true));
            default -> null;
        };
    }

    private static HandWritten.Frame chains(HandWritten.Task task, int times, boolean suspends) {
        return new HandWritten.Repeated(task, times, 10, suspends);
    }

    private static long run(int tasks, Function<HandWritten.Task, HandWritten.Frame> body) {
        var loop = new HandWritten.Loop();
        var started = new HandWritten.Task[tasks];
        for (int i = 0; i < tasks; i++) {
            var task = new HandWritten.Task(loop);
            loop.start(task, body.apply(task));
            started[i] = task;
        }
        loop.run();
        long sum = 0;
        for (var task : started) sum += (Integer) task.value;
        return sum;
    }
}
