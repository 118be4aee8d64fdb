package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncChannelTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void b11_atCapacityZeroASenderAndAReceiverMeet() {
        AsyncChannel<String> channel = AsyncChannel.of(0);
        Task<Object> sender =
                loop.createTask(
                        first(v -> channel.sender().send("a"))
                                .then(v -> order.add("sent at " + loop.time().toSeconds())));
        loop.createTask(
                first(v -> Weft.sleep(SECOND))
                        .then(v -> channel.receiver().receive())
                        .then(order::add));
        loop.runUntilComplete(sender);
        assertThat(order).containsExactly("a", "sent at 1");
    }

    @Test
    void r5_sendingIntoRoomAndReceivingWhatIsThereDoNotSuspend() {
        AsyncChannel<String> channel = AsyncChannel.of(1);
        loop.createTask(
                first(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> channel.sender().send("a"))
                        .then(v -> channel.receiver().receive())
                        .then(order::add));
        test.settle();
        assertThat(order).containsExactly("a", "later");
    }

    @Test
    void b11_anIterationEndsWhenAllSendersAreClosedAndTheChannelIsEmpty() {
        AsyncChannel<String> channel = AsyncChannel.of(1);
        for (String name : List.of("a", "b")) {
            ChannelSender<String> sender = channel.sender().another();
            loop.createTask(
                    first(v -> sender.send(name + 1))
                            .then(v -> sender.send(name + 2))
                            .last(sender::close));
        }
        channel.sender().close();
        List<String> items = test.runHere(channel.receiver().toList());
        assertThat(items).containsExactly("a1", "a2", "b1", "b2");
        assertThatThrownBy(() -> test.runHere(channel.receiver().receive()))
                .isInstanceOf(ChannelEndException.class);
        assertThatThrownBy(channel.receiver()::receiveNowait)
                .isInstanceOf(ChannelEndException.class);
    }

    @Test
    void b11_sendingWithoutReceiversFails() {
        AsyncChannel<String> channel = AsyncChannel.of(0);
        ChannelReceiver<String> second = channel.receiver().another();
        channel.receiver().close();
        Task<Object> waiting =
                loop.createTask(first(v -> channel.sender().send("a")).rescue(Throwable::getClass));
        loop.callLater(SECOND, second::close);
        assertThat(loop.runUntilComplete(waiting)).isEqualTo(ChannelBrokenException.class);
        assertThatThrownBy(() -> channel.sender().sendNowait("b"))
                .isInstanceOf(ChannelBrokenException.class);
    }

    @Test
    void b11_aClosedEndCannotBeUsed() {
        AsyncChannel<String> channel = AsyncChannel.of(1);
        ChannelSender<String> other = channel.sender().another();
        channel.sender().close();
        channel.sender().close();
        assertThatThrownBy(() -> test.runHere(channel.sender().send("a")))
                .isInstanceOf(ChannelClosedException.class);
        assertThatThrownBy(() -> channel.sender().another())
                .isInstanceOf(ChannelClosedException.class);
        other.sendNowait("b");
        assertThat(channel.receiver().receiveNowait()).isEqualTo("b");
        channel.receiver().close();
        assertThatThrownBy(channel.receiver()::receiveNowait)
                .isInstanceOf(ChannelClosedException.class);
        assertThat(channel.statistics().senders()).isEqualTo(1);
        assertThat(channel.statistics().receivers()).isZero();
    }

    @Test
    void closingAnEndFailsThoseThatWaitInItAndNoOthers() {
        AsyncChannel<String> channel = AsyncChannel.of(0);
        ChannelReceiver<String> other = channel.receiver().another();
        Task<Object> closed =
                loop.createTask(
                        first(v -> channel.receiver().receive()).rescue(Throwable::getClass));
        Task<Object> open = loop.createTask(first(v -> other.receive()));
        loop.callLater(SECOND, channel.receiver()::close);
        assertThat(loop.runUntilComplete(closed)).isEqualTo(ChannelClosedException.class);
        channel.sender().sendNowait("a");
        assertThat(loop.runUntilComplete(open)).isEqualTo("a");
    }

    @Test
    void b8_aCancelledSendHasNotSentAndACancelledReceiveHasNotReceived() {
        AsyncChannel<String> channel = AsyncChannel.of(0);
        Task<Object> sender = loop.createTask(first(v -> channel.sender().send("a")));
        loop.callLater(SECOND, sender::cancel);
        test.runHere(first(v -> Weft.sleep(SECOND.multipliedBy(2))));
        Task<Object> receiver = loop.createTask(first(v -> channel.receiver().receive()));
        loop.callLater(SECOND, receiver::cancel);
        test.runHere(first(v -> Weft.sleep(SECOND.multipliedBy(2))));
        assertThat(receiver.cancelled()).isTrue();
        assertThat(channel.statistics())
                .isEqualTo(new AsyncChannel.Statistics(0, 0, 0, 0, 1, 1, 0, 0));
    }

    @Test
    void b14_whatDoesNotWaitSaysSo() {
        AsyncChannel<String> channel = AsyncChannel.of(0);
        assertThatThrownBy(() -> channel.sender().sendNowait("a"))
                .isInstanceOf(WouldBlockException.class);
        assertThatThrownBy(channel.receiver()::receiveNowait)
                .isInstanceOf(WouldBlockException.class);
    }

    @Test
    void k13_aFullChannelCanDropTheOldestOrTheNewest() {
        for (Overflow overflow : List.of(Overflow.DROP_OLDEST, Overflow.DROP_NEWEST)) {
            AsyncChannel<String> channel = AsyncChannel.of(2, overflow);
            List.of("a", "b", "c").forEach(channel.sender()::sendNowait);
            channel.sender().close();
            List<String> items = test.runHere(channel.receiver().toList());
            assertThat(items)
                    .isEqualTo(
                            overflow == Overflow.DROP_OLDEST
                                    ? List.of("b", "c")
                                    : List.of("a", "b"));
            assertThat(channel.statistics().dropped()).isEqualTo(1);
        }
    }

    @Test
    void statisticsTellOfThePeakAndOfWhoWaits() {
        AsyncChannel<String> channel = AsyncChannel.unbounded();
        channel.sender().another();
        List.of("a", "b", "c").forEach(channel.sender()::sendNowait);
        channel.receiver().receiveNowait();
        assertThat(channel.receiver().statistics())
                .isEqualTo(new AsyncChannel.Statistics(2, Integer.MAX_VALUE, 3, 0, 2, 1, 0, 0));
    }

    @Test
    void aChannelNeedsACapacityThatItCanHave() {
        assertThatThrownBy(() -> AsyncChannel.of(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity is -1, less than 0");
        assertThatThrownBy(() -> AsyncChannel.of(0, Overflow.DROP_OLDEST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullIsAnItemLikeAnyOther() {
        AsyncChannel<String> channel = AsyncChannel.of(1);
        channel.sender().sendNowait(null);
        assertThat(channel.receiver().receiveNowait()).isNull();
    }
}
