package dev.weft.examples.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoopTest {
    @Test
    @DisplayName("002-04: tasks take turns at their awaits")
    void readyQueue() throws Exception {
        Ran ran = Ran.program(ReadyQueue::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        both are ready, none has run
                        a1
                        b1
                        a2
                        b2
                        a3
                        b3
                        """);
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("000-26, 002-05, 002-06, 002-07: the running loop, callbacks soon and at a time")
    void loopCallbacks() throws Exception {
        Ran ran = Ran.program(LoopCallbacks::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Is running: true
                        main goes on
                        on the next iteration, after 0.0 s
                        callLater, after 1.0 s
                        callAt, after 2.0 s
                        main ends after 3.0 s
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    @DisplayName("000-30, 000-31, 003-16: what blocks the loop does not in a thread")
    void blockingCalls() throws Exception {
        Ran ran = Ran.program(BlockingCalls::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Slept for 50 ms in the loop; ticks meanwhile: 0
                        Slept for 50 ms in a thread; many ticks meanwhile: true
                        """);
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("000-32, 002-08, 002-09, 003-17: calls in the loop's threads and one's own pool")
    void ownThreads() throws Exception {
        Ran ran = Ran.program(OwnThreads::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        cpu(5) = 25
                        Response from a
                        Response from b
                        Response from c
                        """);
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("000-32: computations on all processors")
    void heavyWork() throws Exception {
        Ran ran = Ran.program(HeavyWork::main);
        assertThat(ran.output())
                .isEqualTo("[333338333350000, 2666686666700000, 9000045000050000]\n");
        assertThat(ran.time()).isZero();
    }

    @Test
    @DisplayName("000-29: each thread runs a loop of its own")
    void loopPerThread() throws Exception {
        Ran ran = Ran.program(args -> LoopPerThread.main(args));
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Workers: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]
                        Loops: 20
                        Faster than one after the other: true
                        """);
    }

    @Test
    @DisplayName("000-28: a loop on each processor")
    void parallelLoops() throws Exception {
        Ran ran = Ran.program(ParallelLoops::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Sum of squares: 333833500
                        All loops are closed
                        """);
    }

    @Test
    @DisplayName("002-46: a hundred downloads as tasks and in pools")
    void hundredDownloads() throws Exception {
        Ran ran = Ran.program(HundredDownloads::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        tasks: 100 downloads, threads: 1
                        pool: 100 downloads, threads: 20
                        pool: 100 downloads, threads: 8
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    @DisplayName("003-04: a promise is completed by a callback, a task by its coroutine")
    void promisedValue() throws Exception {
        Ran ran = Ran.program(PromisedValue::main);
        assertThat(ran.output())
                .isEqualTo(
                        """
                        Done: false, false
                        given by a callback after 1.0 s
                        made by a coroutine after 2.0 s
                        Done: true, true: made by a coroutine
                        """);
        assertThat(ran.time()).isEqualTo(Duration.ofMillis(2_000));
    }
}
