package dev.weft.benchmarks.weft;

import dev.weft.Weft;
import dev.weft.benchmarks.Crowd;
import dev.weft.benchmarks.Program;
import dev.weft.benchmarks.Programs;
import dev.weft.benchmarks.Waiting;
import dev.weft.benchmarks.Workload;
import org.jspecify.annotations.Nullable;

/** The workloads in async methods. */
public final class WeftCoroutines implements Programs {

    @Override
    public Program of(Workload workload) {
        return workload == Workload.TIMER ? Timers::replaced : new SideBySide(body(workload));
    }

    @Override
    public @Nullable Crowd of(Waiting waiting) {
        return switch (waiting) {
            case ASLEEP -> (tasks, census) -> Weft.run(Crowds.asleep(tasks, census));
            case PARKED -> (tasks, census) -> Weft.run(Crowds.parked(tasks, census));
            case BARE -> null;
        };
    }

    private static Body body(Workload workload) {
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
            case GENERATOR -> Generators::elements;
            case RESOURCE -> Resources::closed;
            case PIPELINE -> Generators::pipeline;
            case TIMEOUT -> Timers::timeouts;
            case TIMER -> throw new IllegalArgumentException("is not done side by side");
            case CALL_THREADSAFE -> Crossings::calls;
            case COMPLETION -> Crossings::completions;
        };
    }
}
