package dev.weft.stress;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.CrossLoopChannel;
import dev.weft.EventLoop;
import dev.weft.Task;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two loops meet in a channel without room. */
@JCStressTest
@Outcome(id = "1, 12", expect = Expect.ACCEPTABLE, desc = "both items came, in their order")
@State
public class ChannelFromLoopToLoop {
    private final CrossLoopChannel<Integer> channel = CrossLoopChannel.of(0);
    private final EventLoop from = EventLoop.create();
    private final EventLoop to = EventLoop.create();
    private final Task<Void> sender = from.createTask(send());
    private final Task<Integer> receiver = to.createTask(receive());

    @Async
    private Coroutine<Void> send() {
        await(channel.send(1));
        await(channel.send(2));
        return done();
    }

    @Async
    private Coroutine<Integer> receive() {
        return done(10 * await(channel.receive()) + await(channel.receive()));
    }

    /** Runs the sender's loop. */
    @Actor
    public void from(II_Result result) {
        Loops.runUntilDone(from, sender);
        result.r1 = Loops.end(sender);
        from.close();
    }

    /** Runs the receiver's loop. */
    @Actor
    public void to(II_Result result) {
        Loops.runUntilDone(to, receiver);
        result.r2 = receiver.done() ? receiver.result() : 0;
        to.close();
    }
}
