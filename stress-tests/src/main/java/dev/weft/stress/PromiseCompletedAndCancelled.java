package dev.weft.stress;

import dev.weft.EventLoop;
import dev.weft.Promise;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Two threads end a promise, each in its way. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it was completed first")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "it was cancelled first")
@State
public class PromiseCompletedAndCancelled {
    private final EventLoop loop = EventLoop.create();
    private final Promise<Integer> promise = new Promise<>(loop);
    private final CompletableFuture<Integer> stage = promise.asStage();

    /** Completes. */
    @Actor
    public void complete() {
        loop.callSoonThreadsafe(() -> {});
        promise.complete(1);
    }

    /** Cancels. */
    @Actor
    public void cancel() {
        loop.callSoonThreadsafe(() -> {});
        promise.cancel();
    }

    /** Runs what was handed over. */
    @Arbiter
    public void run(I_Result result) {
        Loops.settle(loop);
        int end = Loops.end(stage);
        result.r1 = promise.cancelled() == (end == 2) ? end : -1;
        loop.close();
    }
}
