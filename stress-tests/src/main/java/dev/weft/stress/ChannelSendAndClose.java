package dev.weft.stress;

import dev.weft.ChannelEndException;
import dev.weft.CrossLoopChannel;
import dev.weft.EventLoop;
import dev.weft.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Another thread closes the channel through which a task sends. */
@JCStressTest
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "it was sent and can be received")
@Outcome(id = "3, 0", expect = Expect.ACCEPTABLE, desc = "it was neither")
@State
public class ChannelSendAndClose {
    private final EventLoop loop = EventLoop.create();
    private final CrossLoopChannel<Integer> channel = CrossLoopChannel.of(1);
    private final Task<Void> sender = loop.createTask(channel.send(7));

    /** Runs the loop. */
    @Actor
    public void loop(II_Result result) {
        Loops.runUntilDone(loop, sender);
        result.r1 = Loops.end(sender);
        loop.close();
    }

    /** Closes. */
    @Actor
    public void close() {
        channel.close();
    }

    /** Receives. */
    @Arbiter
    public void receive(II_Result result) {
        try {
            result.r2 = channel.receiveNowait() == 7 ? 1 : -1;
        } catch (ChannelEndException end) {
            result.r2 = 0;
        }
    }
}
