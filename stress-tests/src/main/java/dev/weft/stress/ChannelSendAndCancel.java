package dev.weft.stress;

import dev.weft.CrossLoopChannel;
import dev.weft.EventLoop;
import dev.weft.Task;
import dev.weft.WouldBlockException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Another thread sends to a task that is cancelled. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "it was sent and received")
@Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "it was neither")
@State
public class ChannelSendAndCancel {
    private final EventLoop loop = EventLoop.create();
    private final CrossLoopChannel<Integer> channel = CrossLoopChannel.of(0);
    private final Task<Integer> receiver = loop.createTask(channel.receive());

    /** Suspends the receiver. */
    public ChannelSendAndCancel() {
        Loops.settle(loop);
    }

    /** Runs the loop. */
    @Actor
    public void loop(II_Result result) {
        loop.callSoonThreadsafe(() -> receiver.cancel());
        Loops.runUntilDone(loop, receiver);
        result.r2 = Loops.end(receiver);
        loop.close();
    }

    /** Sends. */
    @Actor
    public void send(II_Result result) {
        try {
            channel.sendNowait(7);
            result.r1 = 1;
        } catch (WouldBlockException nobodyWaits) {
            result.r1 = 0;
        }
    }
}
