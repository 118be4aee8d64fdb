package dev.weft.stress;

import static dev.weft.Weft.toThread;

import dev.weft.EventLoop;
import dev.weft.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A task is cancelled while a thread takes, does or ends its work. */
@JCStressTest
@Outcome(id = "0, 2, 0", expect = Expect.ACCEPTABLE, desc = "the work was never done")
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "the task has what it gave")
@State
public class ThreadEndsAsItsTaskIsCancelled {
    private final EventLoop loop = EventLoop.create();
    private final CapturedWork executor = new CapturedWork();
    private final Task<Integer> task;
    private int worked;

    /** Suspends the task in its work, which no thread has taken yet. */
    public ThreadEndsAsItsTaskIsCancelled() {
        loop.setDefaultExecutor(executor);
        task = loop.createTask(toThread(() -> ++worked));
        Loops.settle(loop);
    }

    /** Runs the loop. */
    @Actor
    public void loop(III_Result result) {
        loop.callSoonThreadsafe(() -> task.cancel());
        Loops.runUntilDone(loop, task);
        result.r2 = Loops.end(task);
    }

    /** Works. An interrupt must not outlast the work. */
    @Actor
    public void work(III_Result result) {
        executor.work.run();
        result.r3 = Thread.interrupted() ? 1 : 0;
    }

    /** Looks. */
    @Arbiter
    public void look(III_Result result) {
        result.r1 = worked;
        loop.close();
    }
}
