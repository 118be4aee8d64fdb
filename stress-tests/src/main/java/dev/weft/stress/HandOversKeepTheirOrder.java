package dev.weft.stress;

import dev.weft.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A thread hands two callbacks over, and the loop runs or begins to. */
@JCStressTest
@Outcome(
        id = "12",
        expect = Expect.ACCEPTABLE,
        desc = "in the order in which they were handed over")
@State
public class HandOversKeepTheirOrder {
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
        loop.callSoonThreadsafe(() -> ran = 10 * ran + 1);
        loop.callSoonThreadsafe(
                () -> {
                    ran = 10 * ran + 2;
                    loop.stop();
                });
    }
}
