package dev.weft.stress;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.Task;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Another thread asks for the stage of a task that is about to end. */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the stage has the task's value")
@State
public class StageOfATaskThatEnds {
    private final EventLoop loop = EventLoop.create();
    private final Task<Integer> task = loop.createTask(value());
    private CompletableFuture<Integer> stage;

    @Async
    private Coroutine<Integer> value() {
        await(yieldNow());
        return done(1);
    }

    /** Runs the loop. */
    @Actor
    public void loop() {
        Loops.runUntilDone(loop, task);
    }

    /** Asks. */
    @Actor
    public void ask() {
        stage = task.asStage();
    }

    /** Runs what was handed over. */
    @Arbiter
    public void look(I_Result result) {
        Loops.settle(loop);
        result.r1 = Loops.end(stage);
        loop.close();
    }
}
