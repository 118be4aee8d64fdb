package dev.weft.benchmarks.threads;

import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Programs;
import dev.weft.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/** The workloads in virtual threads. */
public final class VirtualThreads implements Programs {

    @Override
    public @Nullable Program of(Workload workload) {
        Body body = body(workload);
        return body == null ? null : new SideBySide(body);
    }

    private static @Nullable Body body(Workload workload) {
        return switch (workload) {
            case YIELD -> Switches::yields;
            case CHAIN_AT_ONCE -> times -> Calls.chains(times, 10, false);
            case CHAIN_SUSPENDING -> times -> Calls.chains(times, 10, true);
            case CREATE -> Tasks::created;
            case RENDEZVOUS -> Queues::rendezvous;
            case PING_PONG -> Queues::pingPong;
            case PIPE -> Queues::pipe;
            default -> null;
        };
    }
}
