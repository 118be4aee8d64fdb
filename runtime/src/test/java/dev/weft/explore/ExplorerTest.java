package dev.weft.explore;

import dev.weft.AsyncLifoQueue;
import dev.weft.AsyncPriorityQueue;
import dev.weft.Overflow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * All orders of small programs: nothing is lost, nobody is overtaken, whoever can go on does, and
 * nothing is left behind by who was cancelled.
 */
class ExplorerTest {
    private final Explorer explorer = new Explorer();

    @AfterEach
    void close() {
        explorer.close();
    }

    private Explorer of(String name, Supplier<Model> model) {
        return explorer.of(() -> Map.of(name, model.get()));
    }

    @Test
    void lock() {
        of("lock", LockModel::new)
                .explore(
                        "lock.acquire lock.release",
                        "lock.acquire lock.release",
                        "lock.acquire lock.release")
                .explore(
                        "lock.acquire lock.release lock.acquire lock.release",
                        "lock.tryAcquire lock.release lock.acquire lock.release")
                .cancels(1)
                .explore(
                        "lock.acquire lock.release",
                        "lock.acquire lock.release",
                        "lock.acquire lock.release")
                .cancels(2)
                .explore("lock.acquire lock.release", "lock.acquire lock.release", "lock.acquire")
                .cancels(1)
                .times(1)
                .explore("lock.acquire lock.release", "lock.acquire~ lock.release", "lock.acquire");
    }

    @Test
    void semaphore() {
        of("s", () -> new SemaphoreModel(1))
                .cancels(1)
                .explore("s.acquire s.release", "s.acquire s.release", "s.tryAcquire s.release");
        of("s", () -> new SemaphoreModel(2))
                .explore("s.acquire s.acquire s.release", "s.acquire s.release", "s.acquire")
                .cancels(1)
                .explore("s.acquire s.release", "s.acquire s.release", "s.acquire s.release")
                .times(1)
                .explore("s.acquire s.acquire s.release", "s.acquire~ s.release", "s.acquire~");
    }

    @Test
    void limiter() {
        of("l", () -> new LimiterModel(1))
                .cancels(1)
                .explore("l.acquire l.release", "l.acquire l.release", "l.total=2 l.total=0")
                .explore("l.acquire l.acquire", "l.acquire~ l.release", "l.total=0 l.total=1");
    }

    @Test
    void event() {
        of("e", EventModel::new)
                .cancels(1)
                .explore("e.await e.await", "e.set e.clear", "e.await")
                .times(1)
                .explore("e.await~ e.clear", "e.set", "e.clear e.await");
    }

    @Test
    void condition() {
        of("c", LockModel::new)
                .explore(
                        "c.acquire c.await c.release",
                        "c.acquire c.await c.release",
                        "c.acquire c.signal c.release")
                .cancels(2)
                .explore("c.acquire c.await c.release", "c.acquire c.signal c.release")
                .cancels(1)
                .explore(
                        "c.acquire c.await c.release",
                        "c.acquire c.await c.release",
                        "c.acquire c.signalAll c.release")
                .explore("c.acquire c.await c.release", "c.acquire c.signal", "c.acquire")
                .times(1)
                .explore("c.acquire c.await~ c.release", "c.acquire c.signal c.release");
    }

    @Test
    void barrier() {
        of("b", () -> new BarrierModel(2))
                .cancels(1)
                .explore("b.await b.await", "b.await", "b.await")
                .explore("b.await", "b.await b.await", "b.abort b.reset")
                .times(1)
                .explore("b.await~", "b.await~", "b.await b.reset");
    }

    @Test
    void queue() {
        of("q", () -> QueueModel.fifo(1))
                .cancels(1)
                .explore("q.put=a q.put=b", "q.get q.get", "q.get")
                .explore("q.put=a q.put=b", "q.put=c", "q.get q.get")
                .explore("q.put=a q.put=b", "q.next q.next", "q.shutdown")
                .explore("q.put=a q.put=b", "q.get q.taskDone", "q.join q.shutdown=now")
                .times(1)
                .explore("q.put=a~ q.put=b", "q.get~ q.getNowait", "q.putNowait=c q.get");
    }

    @Test
    void unboundedQueue() {
        of("q", () -> QueueModel.fifo(0))
                .cancels(1)
                .explore("q.put=a q.taskDone", "q.get q.taskDone", "q.join q.getNowait");
    }

    @Test
    void otherQueues() {
        of("q", () -> new QueueModel(new AsyncLifoQueue<>(2), items -> items.get(items.size() - 1)))
                .explore("q.put=a q.put=b", "q.put=c q.put=d", "q.get q.get");
        of("q", () -> new QueueModel(new AsyncPriorityQueue<>(2), Collections::min))
                .cancels(1)
                .explore("q.put=b q.put=a", "q.put=c", "q.get q.get");
    }

    @Test
    void channel() {
        for (int capacity : new int[] {0, 1}) {
            of("ch", () -> new ChannelModel(capacity))
                    .cancels(1)
                    .explore("ch.send=0a ch.send=0b", "ch.receive=1 ch.receive=1", "ch.receive=2")
                    .explore("ch.send=0a", "ch.send=1a ch.send=1b", "ch.receive=2 ch.receive=2");
            of("ch", () -> new ChannelModel(capacity, Overflow.WAIT, List.of(0, 1), List.of(2)))
                    .cancels(1)
                    .explore(
                            "ch.send=0a ch.closeSender=0",
                            "ch.send=1a ch.closeSender=1",
                            "ch.next=2 ch.next=2")
                    .explore(
                            "ch.send=0a ch.send=0b",
                            "ch.closeSender=0 ch.send=1a",
                            "ch.receive=2 ch.closeReceiver=2");
        }
        for (Overflow overflow : List.of(Overflow.DROP_NEWEST, Overflow.DROP_OLDEST)) {
            of("ch", () -> new ChannelModel(1, overflow, List.of(0, 1, 2), List.of(0, 1, 2)))
                    .explore("ch.send=0a ch.send=0b", "ch.send=1a", "ch.receive=2 ch.receive=2");
        }
    }

    @Test
    void selectAmongChannels() {
        for (int capacity : new int[] {0, 1}) {
            explorer.of(
                            () ->
                                    Map.of(
                                            "x", new ChannelModel(capacity),
                                            "y", new ChannelModel(0)))
                    .cancels(1)
                    .explore("x.receive=0|y.receive=0", "x.send=1a", "y.send=2a")
                    .explore("x.receive=0|y.send=0a", "x.send=1a|y.receive=1", "x.receive=2")
                    .explore("x.receive=0|x.send=0a", "x.receive=1|x.send=1a", "x.send=2a")
                    .explore("x.send=0a|y.receive=0", "x.closeReceiver=1 x.receive=1", "y.send=2a");
        }
    }

    @Test
    void selectOfTimeAndLocks() {
        explorer.of(
                        () ->
                                Map.of(
                                        "x", new ChannelModel(0),
                                        "lock", new LockModel(),
                                        "e", new EventModel(),
                                        "time", new TimeModel()))
                .cancels(1)
                .times(1)
                .explore("x.receive=0|time.passes", "x.send=1a", "e.set")
                .explore("lock.acquire lock.release", "lock.acquire|e.await lock.release", "e.set")
                .explore("lock.acquire lock.release", "lock.acquire|x.receive=1", "x.send=2a~");
    }
}
