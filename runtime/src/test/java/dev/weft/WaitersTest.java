package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.woven.Frame;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is awaited and left over and over does not remember who left. */
class WaitersTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final Promise<Object> promise = new Promise<>(loop);

    @AfterEach
    void close() {
        loop.close();
    }

    /** Awaits so many times, and drops what that fails with. */
    private static final class Again extends Frame<Object> {
        private final Supplier<Coroutine<?>> once;
        private int left;

        Again(int times, Supplier<Coroutine<?>> once) {
            this.left = times;
            this.once = once;
        }

        @Override
        protected Object step(Object received) {
            while (true) {
                try {
                    if (state == 1) {
                        state = 0;
                        outcome(received);
                    }
                    if (--left < 0) {
                        return "end";
                    }
                    if (once.get().awaitFrom(this) == SUSPENDED) {
                        state = 1;
                        return SUSPENDED;
                    }
                } catch (AsyncTimeoutException | IllegalStateException expected) {
                    state = 0;
                }
            }
        }

        @Override
        protected String trace() {
            return "app.Again\nagain\nAgain.java\n1";
        }
    }

    private int waiters() {
        Object waiters = promise.waiters;
        return waiters instanceof Collection<?> list ? list.size() : waiters == null ? 0 : 1;
    }

    private Coroutine<Object> limitedShield() {
        return Weft.waitFor(Weft.shield(promise), Duration.ofNanos(1));
    }

    @Test
    void aShieldedPromiseForgetsTheAwaitersThatWereCancelled() {
        test.runHere(new Again(10_000, this::limitedShield));
        assertThat(waiters()).isLessThan(6);
    }

    @Test
    void andThoseBesideOneThatGoesOnWaiting() {
        Task<Object> patient = loop.createTask(first(v -> Weft.shield(promise)));
        test.runHere(new Again(10_000, this::limitedShield));
        assertThat(waiters()).isLessThan(6);
        promise.complete("value");
        assertThat(loop.runUntilComplete(patient)).isEqualTo("value");
    }

    @Test
    void aGatherThatFailedIsForgottenByTheOthersThatItWaitedFor() {
        test.runHere(
                new Again(
                        10_000,
                        () ->
                                Weft.gather(
                                        List.of(
                                                promise,
                                                Weft.failed(new IllegalStateException("fails"))))));
        assertThat(waiters()).isLessThan(6);
    }

    @Test
    void theFailureOfWhatManyLeftIsStillReportedOnce() {
        test.runHere(new Again(100, this::limitedShield));
        IllegalStateException failure = new IllegalStateException("orphan");
        promise.fail(failure);
        assertThat(test.reported()).containsExactly(failure);
    }
}
