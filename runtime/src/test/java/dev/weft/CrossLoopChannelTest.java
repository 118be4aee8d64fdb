package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CrossLoopChannelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Coroutine<Object> receiving(CrossLoopChannel<?> channel, String name) {
        return first(v -> channel.receive()).then(v -> order.add(name + " got " + v));
    }

    private Coroutine<Object> sending(CrossLoopChannel<Object> channel, Object item) {
        return first(v -> channel.send(item)).then(v -> order.add("sent " + item));
    }

    @Test
    void sendersWaitWhenItIsFullAndItemsComeInTheirOrder() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(1);
        for (int i = 1; i <= 3; i++) {
            loop.createTask(sending(channel, i));
        }
        test.settle();
        assertThat(order).containsExactly("sent 1");
        assertThat(channel.statistics())
                .isEqualTo(new CrossLoopChannel.Statistics(1, 1, 2, 0, false));
        assertThatThrownBy(() -> channel.sendNowait(4)).isInstanceOf(WouldBlockException.class);
        for (int i = 1; i <= 3; i++) {
            assertThat(channel.receiveNowait()).isEqualTo(i);
        }
        assertThatThrownBy(channel::receiveNowait).isInstanceOf(WouldBlockException.class);
        test.settle();
        assertThat(order).containsExactly("sent 1", "sent 2", "sent 3");
    }

    @Test
    void withoutCapacitySenderAndReceiverMeet() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(0);
        loop.createTask(sending(channel, "a"));
        test.settle();
        assertThat(order).isEmpty();
        loop.createTask(receiving(channel, "first"));
        loop.createTask(receiving(channel, "second"));
        test.settle();
        assertThat(order).containsExactly("first got a", "sent a");
        channel.sendNowait(null);
        test.settle();
        assertThat(order).endsWith("second got null");
    }

    @Test
    void theReceiverThatHasWaitedLongestGetsTheItemAndNobodyOvertakes() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(5);
        loop.createTask(receiving(channel, "first"));
        loop.createTask(receiving(channel, "second"));
        test.settle();
        channel.sendNowait(1);
        assertThatThrownBy(channel::receiveNowait).isInstanceOf(WouldBlockException.class);
        channel.sendNowait(2);
        test.settle();
        assertThat(order).containsExactly("first got 1", "second got 2");
    }

    @Test
    void aCancelledSenderHasSentNothingAndACancelledReceiverTakenNothing() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(0);
        Task<Object> sender = loop.createTask(sending(channel, "lost?"));
        test.settle();
        sender.cancel();
        Task<Object> receiver = loop.createTask(receiving(channel, "cancelled"));
        test.settle();
        assertThat(sender.cancelled()).isTrue();
        receiver.cancel();
        loop.createTask(receiving(channel, "other"));
        test.settle();
        assertThat(receiver.cancelled()).isTrue();
        channel.sendNowait("item");
        test.settle();
        assertThat(order).containsExactly("other got item");
    }

    @Test
    void aReceiverThatWasGivenAnItemHasItAndTheCancelComesNext() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(0);
        Task<Object> receiver =
                loop.createTask(
                        first(v -> channel.receive())
                                .then(order::add)
                                .then(v -> Weft.yieldNow())
                                .rescue(t -> order.add(t.getClass())));
        test.settle();
        channel.sendNowait("item");
        receiver.cancel();
        test.settle();
        assertThat(order).containsExactly("item", CancelledError.class);
    }

    @Test
    void closingFailsWhoWaitsToSendAndReceiversGetTheRest() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(1);
        channel.sendNowait("rest");
        Task<Object> sender =
                loop.createTask(
                        first(v -> channel.send("late")).rescue(t -> order.add(t.getClass())));
        test.settle();
        channel.close();
        channel.close();
        test.settle();
        assertThat(sender.done()).isTrue();
        assertThat(order).containsExactly(ChannelClosedException.class);
        assertThatThrownBy(() -> channel.sendNowait(1)).isInstanceOf(ChannelClosedException.class);
        assertThat(test.<Object>runHere(first(v -> channel.receive()))).isEqualTo("rest");
        assertThatThrownBy(() -> test.runHere(first(v -> channel.receive())))
                .isInstanceOf(ChannelEndException.class);
        assertThatThrownBy(channel::receiveNowait).isInstanceOf(ChannelEndException.class);
    }

    @Test
    void anIterationEndsWhenTheChannelIsClosedAndEmpty() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(2);
        channel.sendNowait(1);
        channel.sendNowait(2);
        Task<List<Object>> all = loop.createTask(channel.toList());
        test.settle();
        channel.sendNowait(3);
        test.settle();
        assertThat(all.done()).isFalse();
        channel.close();
        test.settle();
        assertThat(all.result()).containsExactly(1, 2, 3);
        assertThat(test.<List<Object>>runHere(channel.toList())).isEmpty();
    }

    @Test
    void aReceiverWhoseLoopWasClosedGetsNothing() {
        CrossLoopChannel<Object> channel = CrossLoopChannel.of(0);
        try (TestLoop other = new TestLoop()) {
            other.loop.createTask(receiving(channel, "dead"));
            other.settle();
        }
        assertThatThrownBy(() -> channel.sendNowait(1)).isInstanceOf(WouldBlockException.class);
        loop.createTask(receiving(channel, "live"));
        test.settle();
        channel.sendNowait(2);
        test.settle();
        assertThat(order).containsExactly("live got 2");
    }

    @Test
    void itemsGoFromAnyLoopToTheOthersAndNoneIsLostOrDoubled() {
        int senders = 2;
        int each = 3_000;
        CrossLoopChannel<Integer> channel = CrossLoopChannel.of(4);
        ConcurrentLinkedQueue<Integer> received = new ConcurrentLinkedQueue<>();
        try (EventLoops loops = EventLoops.perCore(4)) {
            List<CompletableFuture<Void>> receiving = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                receiving.add(loops.submit(2 + i, () -> channel.forEach(received::add)));
            }
            List<CompletableFuture<Object>> sending = new ArrayList<>();
            for (int s = 0; s < senders; s++) {
                Script<Object> script = Script.script("sender");
                IntStream.range(s * each, (s + 1) * each)
                        .forEach(item -> script.then(v -> channel.send(item)));
                sending.add(loops.submit(s, () -> script));
            }
            sending.forEach(CompletableFuture::join);
            channel.close();
            receiving.forEach(CompletableFuture::join);
        }
        assertThat(received)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, senders * each).boxed().toList());
    }

    /** Receivers with time limits race with senders of another loop: each item comes once. */
    @Test
    void cancellingLosesNothing() {
        int items = 2_000;
        CrossLoopChannel<Integer> channel = CrossLoopChannel.of(0);
        ConcurrentLinkedQueue<Object> received = new ConcurrentLinkedQueue<>();
        try (EventLoops loops = EventLoops.perCore(2)) {
            Script<Object> sender = Script.script("sender");
            for (int i = 0; i < items; i++) {
                int item = i;
                sender.then(v -> channel.send(item));
            }
            CompletableFuture<Object> sent = loops.submit(0, () -> sender);
            while (!sent.isDone()) {
                CompletableFuture<Object> one =
                        loops.submit(1, () -> first(v -> channel.receive()).then(received::add));
                one.cancel(true);
                one.handle((v, t) -> null).join();
            }
        }
        assertThat(received).containsExactlyElementsOf(IntStream.range(0, items).boxed().toList());
    }

    @Test
    void r9_whatBelongsToAnotherLoopIsAnErrorHoweverItIsAwaited() {
        try (TestLoop other = new TestLoop()) {
            Promise<Object> promise = new Promise<>(other.loop);
            Promise<Object> completed = new Promise<>(other.loop);
            completed.complete(1);
            Task<Object> task = other.loop.createTask(first(v -> 1));
            for (Eventual<Object> foreign : List.of(promise, completed, task)) {
                for (Coroutine<?> awaiting :
                        Arrays.<Coroutine<?>>asList(
                                first(v -> foreign),
                                Weft.gather(List.of(foreign)),
                                Weft.gather(foreign, Weft.done(1)),
                                Weft.gatherOutcomes(List.of(foreign)),
                                Weft.waitFor(foreign, SECOND),
                                Weft.shield(foreign),
                                Weft.asCompleted(List.of(foreign)).toList())) {
                    assertThatThrownBy(() -> test.runHere(awaiting))
                            .as("%s of %s", awaiting, foreign)
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("another event loop")
                            .hasMessageContaining("asStage()");
                }
            }
            CompletableFuture<Object> stage = promise.asStage();
            promise.complete("crossed");
            other.settle();
            assertThat(test.<Object>runHere(first(v -> stage))).isEqualTo("crossed");
        }
    }
}
