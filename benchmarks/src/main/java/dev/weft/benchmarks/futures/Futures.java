package dev.weft.benchmarks.futures;

import dev.weft.benchmarks.Crowd;
import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Programs;
import dev.weft.benchmarks.Waiting;
import dev.weft.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/** The workloads in {@code CompletableFuture}, without those that it has nothing for. */
public final class Futures implements Programs {

    @Override
    public @Nullable Program of(Workload workload) {
        if (workload == Workload.TIMER) return Timers::replaced;
        Body body = body(workload);
        return body == null ? null : new SideBySide(body);
    }

    @Override
    public @Nullable Crowd of(Waiting waiting) {
        return switch (waiting) {
            case ASLEEP -> Crowds::asleep;
            case PARKED -> Crowds::parked;
            case BARE -> null;
        };
    }

    private static @Nullable Body body(Workload workload) {
        return switch (workload) {
            case YIELD -> Switches::yields;
            case CHAIN_AT_ONCE -> (times, loop) -> Calls.atOnce(times, 10);
            case CHAIN_SUSPENDING -> (times, loop) -> Calls.suspending(times, 10, loop);
            case DEEP_AT_ONCE -> (times, loop) -> Calls.atOnce(times, 100);
            case DEEP_SUSPENDING -> (times, loop) -> Calls.suspending(times, 100, loop);
            case EXCEPTION -> (times, loop) -> Calls.exceptions(times, 10, loop);
            case CREATE -> Tasks::created;
            case GATHER -> (times, loop) -> Tasks.gathered(times, 1_000, loop);
            case CANCEL -> Tasks::cancelled;
            case RESOURCE -> (times, loop) -> Resources.closed(times);
            case TIMEOUT -> Timers::timeouts;
            case CALL_THREADSAFE -> Crossings::calls;
            case COMPLETION -> Crossings::completions;
            default -> null;
        };
    }
}
