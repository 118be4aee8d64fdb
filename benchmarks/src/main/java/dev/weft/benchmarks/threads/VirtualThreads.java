package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.Crowd;
import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Programs;
import dev.weft.benchmarks.Waiting;
import dev.weft.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/** The workloads in virtual threads. */
public final class VirtualThreads implements Programs {

    @Override
    public @Nullable Program of(Workload workload) {
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
            case CHAIN_AT_ONCE -> times -> Calls.chains(times, 10, false);
            case CHAIN_SUSPENDING -> times -> Calls.chains(times, 10, true);
            case DEEP_AT_ONCE -> times -> Calls.chains(times, 100, false);
            case DEEP_SUSPENDING -> times -> Calls.chains(times, 100, true);
            case EXCEPTION -> times -> Calls.exceptions(times, 10);
            case HOT_LOOP -> Calls::hotLoop;
            case CREATE -> Tasks::created;
            case GATHER -> times -> Tasks.gathered(times, 1_000);
            case CANCEL -> Tasks::cancelled;
            case RENDEZVOUS -> Queues::rendezvous;
            case PING_PONG -> Queues::pingPong;
            case PIPE -> Queues::pipe;
            case FAN_IN -> times -> Queues.fanIn(times, 10);
            case LOCK -> Locks::handedOver;
            case RESOURCE -> Resources::closed;
            case COMPLETION -> Crossings::completions;
            default -> null;
        };
    }
}
