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

/** A task is cancelled while another thread completes the stage that it awaits. */
@JCStressTest
@Outcome(
        id = "1, 1",
        expect = Expect.ACCEPTABLE,
        desc = "the stage was completed, and the task has its value")
@Outcome(
        id = "0, 2",
        expect = Expect.ACCEPTABLE,
        desc = "the stage was cancelled, and the task with it")
@State
public class StageCompletedAsItsTaskIsCancelled {
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
        loop.callSoonThreadsafe(() -> task.cancel());
        Loops.runUntilDone(loop, task);
        result.r2 = Loops.end(task);
        loop.close();
    }

    /** Completes. */
    @Actor
    public void complete(II_Result result) {
        result.r1 = stage.complete(7) ? 1 : 0;
    }
}
