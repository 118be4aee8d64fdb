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
import org.openjdk.jcstress.infra.results.II_Result;

/** Another thread completes a promise that a task begins to await. */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "the task has its value")
@State
public class PromiseCompletedAsItIsAwaited {
    private final EventLoop loop = EventLoop.create();
    private final Promise<Integer> promise = new Promise<>(loop);
    private final Task<Integer> task = loop.createTask(value());

    @Async
    private Coroutine<Integer> value() {
        return done(await(promise));
    }

    /** Runs the loop. */
    @Actor
    public void loop(II_Result result) {
        Loops.runUntilDone(loop, task);
        result.r1 = Loops.end(task);
        result.r2 = result.r1 == 1 ? task.result() : 0;
        loop.close();
    }

    /** Completes. */
    @Actor
    public void complete() {
        loop.callSoonThreadsafe(() -> {});
        promise.complete(7);
    }
}
