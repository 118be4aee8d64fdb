package dev.weft.stress;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Task;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Another thread completes a stage that a task begins to await. */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "the task has its value")
@State
public class StageCompletedAsItIsAwaited {
    private final EventLoop loop = EventLoop.create();
    private final CompletableFuture<Integer> stage = new CompletableFuture<>();
    private final Task<Integer> task = loop.createTask(value());

    @Async
    private Coroutine<Integer> value() {
        return done(await(stage));
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
        stage.complete(7);
    }
}
