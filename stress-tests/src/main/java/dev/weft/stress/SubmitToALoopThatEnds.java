package dev.weft.stress;

import static dev.weft.Weft.done;

import dev.weft.EventLoop;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A coroutine is submitted while the loop stops running and is closed. */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "it was refused")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it ran")
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "its future has failed")
@State
public class SubmitToALoopThatEnds {
    private final EventLoop loop = EventLoop.create();
    private CompletableFuture<Void> future;

    /** Runs the loop to its end. */
    @Actor
    public void loop() {
        loop.stopThreadsafe();
        loop.runForever();
        loop.close();
    }

    /** Submits. */
    @Actor
    public void submit() {
        try {
            future = loop.submit(done());
        } catch (IllegalStateException refused) {
            // Left at null.
        }
    }

    /** Looks. */
    @Arbiter
    public void look(I_Result result) {
        result.r1 = future == null ? -1 : Loops.end(future);
    }
}
