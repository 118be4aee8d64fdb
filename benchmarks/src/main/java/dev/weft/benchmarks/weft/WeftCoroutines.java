package dev.weft.benchmarks.weft;

import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Programs;
import dev.weft.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/** The workloads in async methods. */
public final class WeftCoroutines implements Programs {

    @Override
    public @Nullable Program of(Workload workload) {
        return new SideBySide(body(workload));
    }

    private static Body body(Workload workload) {
        return switch (workload) {
            case YIELD -> Switches::yields;
            case CHAIN_AT_ONCE -> times -> Calls.chains(times, 10, false);
            case CHAIN_SUSPENDING -> times -> Calls.chains(times, 10, true);
            case CREATE -> Tasks::created;
            case RENDEZVOUS -> Queues::rendezvous;
            case PING_PONG -> Queues::pingPong;
            case PIPE -> Queues::pipe;
            case TIMEOUT -> Timers::timeouts;
        };
    }
}
