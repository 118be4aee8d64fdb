package dev.weft.stress;

import dev.weft.EventLoop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two threads hand callbacks over at the same time. */
@JCStressTest
@Outcome(id = "4, 1", expect = Expect.ACCEPTABLE, desc = "all ran, each thread's in its order")
@State
public class TwoThreadsHandOver {
    private final EventLoop loop = EventLoop.create();
    private int ran;
    private int firsts;
    private int seconds;
    private boolean disordered;

    /** Hands over. */
    @Actor
    public void first() {
        loop.callSoonThreadsafe(() -> runFirst(0));
        loop.callSoonThreadsafe(() -> runFirst(1));
    }

    private void runFirst(int before) {
        ran++;
        disordered |= firsts++ != before;
    }

    /** Hands over. */
    @Actor
    public void second() {
        loop.callSoonThreadsafe(() -> runSecond(0));
        loop.callSoonThreadsafe(() -> runSecond(1));
    }

    private void runSecond(int before) {
        ran++;
        disordered |= seconds++ != before;
    }

    /** Runs what was handed over. */
    @Arbiter
    public void run(II_Result result) {
        Loops.settle(loop);
        loop.close();
        result.r1 = ran;
        result.r2 = disordered ? 0 : 1;
    }
}
