package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A loop may keep a cancelled timer for a while, but not what it refers to. */
class CancelledTimerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static boolean isCollected(WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
        }
        return reference.get() == null;
    }

    /** While others are pending, the cancelled one stays among them. */
    private static void pendOthers(EventLoop loop) {
        for (int i = 0; i < 10; i++) {
            loop.callLater(HOUR.plusSeconds(i), () -> {});
        }
    }

    @Test
    void aCallbackIsLetGo() {
        try (TestLoop test = new TestLoop()) {
            Object[] held = {new Object()};
            WeakReference<Object> action = new WeakReference<>(held[0]);
            TimerHandle timer = test.loop.callLater(HOUR, held[0]::hashCode);
            pendOthers(test.loop);
            held[0] = null;
            timer.cancel();
            assertThat(isCollected(action)).isTrue();
            assertThat(timer.cancelled()).isTrue();
        }
    }

    @Test
    void aTaskThatSleptIsLetGo() {
        try (TestLoop test = new TestLoop()) {
            WeakReference<Object> task = new WeakReference<>(cancelledSleeper(test));
            assertThat(isCollected(task)).isTrue();
        }
    }

    private static Object cancelledSleeper(TestLoop test) {
        Task<Object> task = test.loop.createTask(first(v -> Weft.sleep(HOUR)));
        test.settle();
        pendOthers(test.loop);
        task.cancel();
        test.settle();
        assertThat(task.cancelled()).isTrue();
        return task;
    }
}
