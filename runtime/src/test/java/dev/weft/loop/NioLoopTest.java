package dev.weft.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NioLoopTest {
    private final List<Object> order = new ArrayList<>();
    private final NioLoop loop = new NioLoop(new SystemClock(), (callback, e) -> order.add(e));

    @AfterEach
    void close() {
        loop.close();
        loop.close();
    }

    private Callback call(Runnable action) {
        return new Callback() {
            @Override
            protected void run() {
                action.run();
            }
        };
    }

    @Test
    void aReadyChannelIsToldAgainAsLongAsTheInterestStands() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        Registration[] registration = new Registration[1];
        registration[0] =
                loop.register(
                        pipe.source(),
                        SelectionKey.OP_READ,
                        operations -> {
                            order.add(operations);
                            if (order.size() == 2) {
                                registration[0].interest(0);
                                loop.execute(call(loop::stop));
                            }
                        });
        pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
        loop.run();
        assertThat(order).containsExactly(SelectionKey.OP_READ, SelectionKey.OP_READ);
        registration[0].cancel();
        registration[0].cancel();
        assertThat(pipe.source().isOpen()).isTrue();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void aBusyLoopLooksForReadyChannelsToo() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        boolean[] ready = {false};
        loop.register(pipe.source(), SelectionKey.OP_READ, operations -> ready[0] = true);
        pipe.sink().write(ByteBuffer.wrap(new byte[] {1}));
        Callback busy =
                new Callback() {
                    @Override
                    protected void run() {
                        if (ready[0]) {
                            loop.stop();
                        } else {
                            loop.execute(this);
                        }
                    }
                };
        loop.execute(busy);
        loop.run();
        assertThat(ready[0]).isTrue();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void aHandOverWakesAWaitingLoop() throws Exception {
        handOverWhileItWaits();
    }

    @Test
    void aHandOverWakesALoopThatWaitsForChannels() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        loop.register(pipe.source(), SelectionKey.OP_READ, order::add);
        handOverWhileItWaits();
        assertThat(order).isEmpty();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void aLoopLetsGoOfTheLastChannelBeforeItWaits() throws Exception {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        loop.register(pipe.source(), SelectionKey.OP_READ, order::add).cancel();
        handOverWhileItWaits();
        assertThat(pipe.source().isRegistered()).isFalse();
        pipe.source().close();
        pipe.sink().close();
    }

    private void handOverWhileItWaits() throws InterruptedException {
        Thread loops = Thread.currentThread();
        Thread other =
                new Thread(
                        () -> {
                            while (loops.getState() == Thread.State.RUNNABLE && !pollsIn(loops)) {
                                Thread.onSpinWait();
                            }
                            loop.executeThreadsafe(call(loop::stop));
                        });
        loop.execute(call(other::start));
        loop.run();
        other.join();
    }

    /** In a selector a thread is runnable for the JVM. */
    private static boolean pollsIn(Thread thread) {
        return List.of(thread.getStackTrace()).toString().contains("select");
    }

    @Test
    void anInterruptIsKeptForWhoCalledRun() {
        loop.schedule(
                new Timer() {
                    @Override
                    protected void fire() {
                        loop.stop();
                    }
                },
                loop.nanoTime() + 5_000_000);
        Thread.currentThread().interrupt();
        loop.run();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void theQueueGrowsAndKeepsItsOrder() {
        List<Integer> expected = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            int n = i;
            expected.add(i);
            loop.execute(call(() -> order.add(n)));
        }
        loop.execute(call(loop::stop));
        loop.run();
        assertThat(order).isEqualTo(expected);
    }
}
