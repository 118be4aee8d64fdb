package dev.weft.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private static final class Plain extends Timer {
        final long deadline;

        Plain(long deadline) {
            this.deadline = deadline;
        }

        @Override
        protected void fire() {}
    }

    @Test
    void givesTimersByDeadlineThenByOrderWhateverWasCancelled() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            TimerHeap heap = new TimerHeap();
            List<Plain> expected = new ArrayList<>();
            int outOfThree = round % 4;
            for (int i = 0; i < 100; i++) {
                Plain timer = add(heap, random.nextInt(20));
                expected.add(timer);
                if (random.nextInt(3) < outOfThree) {
                    heap.cancel(expected.remove(random.nextInt(expected.size())));
                }
                assertThat(heap.isEmpty()).isEqualTo(expected.isEmpty());
            }
            expected.sort(
                    Comparator.comparingLong((Plain timer) -> timer.deadline)
                            .thenComparingInt(timer -> timer.sequence));
            for (Plain timer : expected) {
                if (random.nextBoolean()) {
                    assertThat(heap.firstDeadline()).isEqualTo(timer.deadline);
                }
                assertThat(heap.pollDue(timer.deadline - 1)).isNull();
                assertThat(heap.pollDue(timer.deadline + random.nextInt(3))).isSameAs(timer);
            }
            assertThat(heap.isEmpty()).isTrue();
        }
    }

    @Test
    void keepsNoMoreCancelledThanPendingOnes() {
        TimerHeap heap = new TimerHeap();
        List<Plain> pending = new ArrayList<>();
        for (int i = 0; i < 1000; i++) pending.add(add(heap, i));
        Random random = new Random(7);
        while (!pending.isEmpty()) {
            heap.cancel(pending.remove(random.nextInt(pending.size())));
            assertThat(heap.kept()).isLessThanOrEqualTo(2 * pending.size());
        }
    }

    @Test
    void cancellingAgainOrTooLateDoesNothing() {
        TimerHeap heap = new TimerHeap();
        Plain first = add(heap, 1);
        Plain second = add(heap, 2);
        Plain third = add(heap, 3);
        heap.cancel(second);
        heap.cancel(second);
        assertThat(heap.pollDue(9)).isSameAs(first);
        heap.cancel(first);
        assertThat(heap.pollDue(9)).isSameAs(third);
        assertThat(heap.isEmpty()).isTrue();
    }

    @Test
    void aTimerIsScheduledOnce() {
        TimerHeap heap = new TimerHeap();
        Plain timer = add(heap, 1);
        heap.cancel(timer);
        assertThatThrownBy(() -> heap.add(timer, 2)).isInstanceOf(IllegalStateException.class);
    }

    private static Plain add(TimerHeap heap, long deadline) {
        Plain timer = new Plain(deadline);
        heap.add(timer, deadline);
        return timer;
    }
}
