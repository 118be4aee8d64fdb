package dev.weft.stress;

import static dev.weft.Weft.sleep;

import dev.weft.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A coroutine is submitted while the loop is closed. */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "it was refused")
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "its future has failed")
@State
public class SubmitToALoopThatCloses {
    private final EventLoop loop = EventLoop.create();
    private CompletableFuture<Void> future;

    /** Submits. */
    @Actor
    public void submit() {
        try {
            future = loop.submit(sleep(Duration.ofDays(1)));
        } catch (IllegalStateException refused) {
            // Left at null.
        }
    }

    /** Closes. */
    @Actor
    public void close() {
        loop.close();
    }

    /** Looks. */
    @Arbiter
    public void look(I_Result result) {
        result.r1 = future == null ? -1 : Loops.end(future);
    }
}
