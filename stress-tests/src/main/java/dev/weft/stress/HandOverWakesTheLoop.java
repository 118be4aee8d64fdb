package dev.weft.stress;

import dev.weft.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A callback is handed over while the loop is about to wait. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it ran, at once")
@State
public class HandOverWakesTheLoop {
    private final EventLoop loop = EventLoop.create();
    private int ran;

    /** Runs the loop. */
    @Actor
    public void loop(I_Result result) {
        Loops.runUntilStopped(loop);
        result.r1 = ran;
        loop.close();
    }

    /** Hands over. */
    @Actor
    public void other() {
        loop.callSoonThreadsafe(
                () -> {
                    ran++;
                    loop.stop();
                });
    }
}
