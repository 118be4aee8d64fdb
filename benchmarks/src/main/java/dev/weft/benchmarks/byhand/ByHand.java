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
            case CHAIN_AT_ONCE -> (tasks, times) -> chains(tasks, times, 10, false);
            case CHAIN_SUSPENDING -> (tasks, times) -> chains(tasks, times, 10, true);
            case DEEP_AT_ONCE -> (tasks, times) -> chains(tasks, times, 100, false);
            case DEEP_SUSPENDING -> (tasks, times) -> chains(tasks, times, 100, true);
            case HOT_LOOP -> ByHand::hotLoops;
            case RESOURCE -> (tasks, times) -> run(tasks, task -> new Closing(task, times));
            default -> null;
        };
    }

    private static long chains(int tasks, int times, int depth, boolean suspends) {
        return run(tasks, task -> new HandWritten.Repeated(task, times, depth, suspends));
    }

    /** One after the other: they have nobody to yield to. */
    private static long hotLoops(int tasks, int times) {
        long steps = 0;
        for (int i = 0; i < tasks; i++) steps += HandWritten.hotLoop(times);
        return steps;
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
