package dev.weft.benchmarks;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What one operation allocates, to the byte. The build runs this with HotSpot's first compiler
 * only: the second one leaves out what it finds not to escape, on some runs and not on others.
 */
class AllocationTest {

    private static final int TIMES = 20_480;

    @ParameterizedTest(name = "{0}: at most {1} bytes")
    @CsvSource({
        "YIELD, 0",
        "CHAIN_AT_ONCE, 0",
        "CHAIN_SUSPENDING, 240",
        "CREATE, 88",
        "GATHER, 145184",
        "CANCEL, 1040",
        "RENDEZVOUS, 112",
        "PING_PONG, 96",
        "PIPE, 4",
        "FAN_IN, 40",
        "LOCK, 88",
        "GENERATOR, 0",
        "RESOURCE, 0",
        "PIPELINE, 0",
        "TIMEOUT, 88",
        "TIMER, 64",
    })
    void allocatesNoMoreThan(Workload workload, long bound) throws Exception {
        Program program = requireNonNull(Peer.WEFT.programs().of(workload));
        int times = workload == Workload.GATHER ? 20 : TIMES;
        program.run(1, times);
        long bytes = Long.MAX_VALUE;
        // The JVM allocates for itself now and then, on the same thread.
        for (int i = 0; i < 3; i++) bytes = Math.min(bytes, perOperation(program, times));
        assertTrue(bytes <= bound, workload.title() + " allocates " + bytes + " bytes");
    }

    private static long perOperation(Program program, int times) throws Exception {
        long once = allocated(program, times);
        long twice = allocated(program, 2 * times);
        return Math.round((twice - once) / (double) times);
    }

    private static long allocated(Program program, int times) throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        program.run(1, times);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
