package dev.weft.stress;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Promise;
import dev.weft.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Another thread cancels a task that is about to get its value. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "it had its value")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "it was cancelled")
@State
public class TaskCancelledAsItEnds {
    private final EventLoop loop = EventLoop.create();
    private final Promise<Integer> promise = new Promise<>(loop);
    private final Task<Integer> task = loop.createTask(value());

    @Async
    private Coroutine<Integer> value() {
        return done(await(promise));
    }

    /** Runs the loop. */
    @Actor
    public void loop(I_Result result) {
        loop.callSoonThreadsafe(
                () -> {
                    if (!promise.done()) {
                        promise.complete(1);
                    }
                });
        Loops.runUntilDone(loop, task);
        result.r1 = Loops.end(task);
        loop.close();
    }

    /** Cancels. */
    @Actor
    public void cancel() {
        task.cancel();
    }
}
