package dev.weft;

import static dev.weft.Script.first;
import static dev.weft.Weft.after;
import static dev.weft.Weft.select;
import static dev.weft.Weft.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SelectTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final AsyncChannel<String> in = AsyncChannel.of(1);
    private final AsyncChannel<Integer> out = AsyncChannel.of(0);

    @AfterEach
    void close() {
        loop.close();
    }

    private Task<Object> sleeper(Object result) {
        return loop.createTask(
                first(v -> Weft.sleep(SECOND))
                        .then(
                                v -> {
                                    if (result instanceof Throwable failure) {
                                        throw failure;
                                    }
                                    return result;
                                }));
    }

    private Coroutine<String> news(Task<?> task) {
        return select(
                when(in.receiver().receive(), message -> "got " + message),
                when(out.sender().send(7), () -> "sent"),
                when(task, result -> "task gave " + result),
                after(Duration.ofSeconds(2), () -> "nothing"));
    }

    @Test
    void k15_theFirstThatIsReadyInOrderWinsWithoutSuspending() {
        in.sender().sendNowait("m");
        Task<Integer> receiver = loop.createTask(out.receiver().receive());
        test.settle();
        List<Object> order = new ArrayList<>();
        loop.createTask(
                first(v -> loop.callSoon(() -> order.add("later")))
                        .then(v -> news(receiver))
                        .then(order::add));
        loop.callLater(SECOND, () -> order.add(receiver.done()));
        test.runHere(first(v -> Weft.sleep(SECOND)));
        assertThat(order).containsExactly("got m", "later", false);
        assertThat(out.statistics().receiving()).isEqualTo(1);
    }

    @Test
    void k15_theFirstThatHappensWinsAndTheOthersHaveNot() {
        Task<Object> task = loop.createTask(first(v -> Weft.sleep(Duration.ofDays(1))));
        loop.callLater(SECOND, () -> in.sender().sendNowait("late"));
        assertThat(test.<String>runHere(news(task))).isEqualTo("got late");
        assertThat(task.done()).isFalse();
        assertThat(out.statistics().sending()).isZero();
        assertThatThrownBy(out.receiver()::receiveNowait).isInstanceOf(WouldBlockException.class);
        test.settle();
        assertThat(loop.time()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void aSendIsTakenByAReceiver() {
        Task<Integer> receiver =
                loop.createTask(
                        Script.<Integer>script("receiver")
                                .then(v -> Weft.sleep(SECOND))
                                .then(v -> out.receiver().receive()));
        assertThat(test.<String>runHere(news(never()))).isEqualTo("sent");
        assertThat(loop.runUntilComplete(receiver)).isEqualTo(7);
        assertThat(in.statistics().receiving()).isZero();
    }

    private Task<Object> never() {
        return loop.createTask(first(v -> Weft.sleep(Duration.ofDays(9))));
    }

    @Test
    void aTaskWinsWithItsResultOrItsFailure() {
        assertThat(test.<String>runHere(news(sleeper("x")))).isEqualTo("task gave x");
        Exception failure = new Exception("task");
        assertThatThrownBy(() -> test.runHere(news(sleeper(failure)))).isSameAs(failure);
        Task<Object> cancelled = never();
        loop.callLater(SECOND, cancelled::cancel);
        assertThatThrownBy(() -> test.runHere(news(cancelled)))
                .isInstanceOf(CancellationException.class);
        assertThat(test.reported()).isEmpty();
    }

    @Test
    void timePassesWhenNothingElseHappens() {
        assertThat(test.<String>runHere(news(never()))).isEqualTo("nothing");
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(in.statistics().receiving() + out.statistics().sending()).isZero();
    }

    @Test
    void noTimeAsTheLastClauseNeverWaits() {
        String news =
                test.runHere(
                        select(
                                when(in.receiver().receive()),
                                after(Duration.ZERO, () -> "nothing there")));
        assertThat(news).isEqualTo("nothing there");
        in.sender().sendNowait("m");
        news =
                test.runHere(
                        select(
                                when(in.receiver().receive()),
                                after(Duration.ZERO, () -> "nothing there")));
        assertThat(news).isEqualTo("m");
    }

    @Test
    void cancellingLeavesNothingBehind() {
        AsyncLock lock = new AsyncLock();
        Permit permit = lock.tryAcquire();
        Promise<String> promise = new Promise<>(loop);
        Task<Object> task =
                loop.createTask(
                        select(
                                when(in.receiver().receive()),
                                when(out.sender().send(1)),
                                when(lock.acquire()),
                                when(promise),
                                when(Weft.sleep(Duration.ofDays(1)))));
        loop.callLater(SECOND, () -> task.cancel("enough"));
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class)
                .hasMessage("enough");
        assertThat(in.statistics().receiving() + out.statistics().sending()).isZero();
        assertThat(lock.statistics().waiting()).isZero();
        assertThat(promise.done()).isFalse();
        permit.close();
        assertThat(lock.locked()).isFalse();
    }

    @Test
    void aTaskThatLosesOverAndOverKeepsNothingOfIt() {
        Task<Object> task = never();
        Script<Object> loop = first(v -> null);
        for (int i = 0; i < 1000; i++) {
            loop.then(v -> select(when(task), after(SECOND, () -> "next")));
        }
        test.runHere(loop);
        assertThat(task.waiters instanceof List<?> left ? left.size() : 1).isLessThan(5);
    }

    @Test
    void theFailureOfATaskThatLostIsStillNobodys() {
        Exception failure = new Exception("unseen");
        test.runHere(select(when(sleeper(failure)), after(Duration.ofMillis(1), () -> null)));
        test.runHere(first(v -> Weft.sleep(SECOND)));
        loop.close();
        assertThat(test.reported()).containsExactly(failure);
    }

    @Test
    void aClauseCanHandleTheFailureOfWhatItWaitsFor() {
        in.sender().close();
        String news =
                test.runHere(
                        select(
                                when(in.receiver().receive(), m -> "got " + m)
                                        .onFailure(QueueEmptyException.class, e -> "not this")
                                        .onFailure(ChannelEndException.class, e -> "ended"),
                                after(SECOND, () -> "nothing")));
        assertThat(news).isEqualTo("ended");
        assertThatThrownBy(
                        () ->
                                test.runHere(
                                        select(
                                                when(in.receiver().receive(), m -> "got " + m)
                                                        .onFailure(
                                                                QueueEmptyException.class,
                                                                e -> "not this"))))
                .isInstanceOf(ChannelEndException.class);
    }

    @Test
    void whatAClauseDoesMayAwait() {
        in.sender().sendNowait("m");
        String news =
                test.runHere(
                        select(
                                Weft.whenAsync(
                                        in.receiver().receive(),
                                        m -> Weft.sleep(SECOND, "slept over " + m))));
        assertThat(news).isEqualTo("slept over m");
        assertThat(loop.time()).isEqualTo(SECOND);
    }

    @Test
    void whatAClauseThrowsTheSelectThrows() {
        in.sender().sendNowait("m");
        assertThatThrownBy(
                        () ->
                                test.runHere(
                                        select(
                                                when(
                                                        in.receiver().receive(),
                                                        m -> {
                                                            throw new IllegalStateException(m);
                                                        }))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("m");
    }

    @Test
    void twoSelectsMeetAndOneDoesNotMeetItself() {
        AsyncChannel<String> channel = AsyncChannel.of(0);
        Task<Object> a =
                loop.createTask(
                        select(
                                when(channel.receiver().receive(), m -> "a got " + m),
                                when(channel.sender().send("of a"), () -> "a sent")));
        test.settle();
        assertThat(a.done()).isFalse();
        Task<Object> b =
                loop.createTask(
                        select(
                                when(channel.sender().send("of b"), () -> "b sent"),
                                when(channel.receiver().receive(), m -> "b got " + m)));
        assertThat(loop.runUntilComplete(b)).isEqualTo("b sent");
        assertThat(loop.runUntilComplete(a)).isEqualTo("a got of b");
        assertThat(channel.statistics().sending() + channel.statistics().receiving()).isZero();
    }

    @Test
    void queuesLocksAndEventsCanBeSelectedFrom() {
        AsyncQueue<String> queue = new AsyncQueue<>(1);
        AsyncEvent event = new AsyncEvent();
        AsyncSemaphore semaphore = new AsyncSemaphore(0);
        loop.callLater(SECOND, event::set);
        Object news =
                test.runHere(
                        select(
                                when(queue.get()),
                                when(semaphore.acquire()),
                                when(event.await(), () -> "set")));
        assertThat(news).isEqualTo("set");
        assertThat(queue.statistics().getting() + semaphore.statistics().waiting()).isZero();
    }

    @Test
    void whatCannotBeUndoneCannotBeSelectedFrom() {
        assertThatThrownBy(() -> when(first(v -> null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("make it a task with createTask");
        AsyncCondition condition = new AsyncCondition();
        assertThatThrownBy(() -> when(condition.await()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gives its lock back");
        assertThatThrownBy(() -> select(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOperationIsUsedUpByItsSelect() {
        Coroutine<String> receive = in.receiver().receive();
        test.runHere(select(when(receive), after(SECOND, () -> null)));
        assertThatThrownBy(() -> test.runHere(receive))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was awaited already");
    }

    @Test
    void k15_aTimeLimitOnASelectTakesNothing() {
        Task<Object> task =
                loop.createTask(
                        first(v -> Weft.waitFor(select(when(in.receiver().receive())), SECOND))
                                .rescue(Throwable::getClass));
        assertThat(loop.runUntilComplete(task)).isEqualTo(AsyncTimeoutException.class);
        in.sender().sendNowait("m");
        assertThat(in.receiver().receiveNowait()).isEqualTo("m");
    }
}
