package dev.weft.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimerHeapTest {
    private static final class Plain extends Timer {
        Plain(long deadline) {
            super(deadline);
        }

        @Override
        protected void fire() {}
    }

    @Test
    void givesTimersByDeadlineThenByOrderWhateverWasRemoved() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            TimerHeap heap = new TimerHeap();
            List<Timer> expected = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Timer timer = new Plain(random.nextInt(20));
                heap.add(timer);
                expected.add(timer);
                if (random.nextInt(3) == 0) {
                    Timer removed = expected.remove(random.nextInt(expected.size()));
                    heap.remove(removed);
                    assertThat(removed.scheduled()).isFalse();
                }
            }
            expected.sort(
                    Comparator.comparingLong(Timer::deadline)
                            .thenComparingLong(timer -> timer.sequence));
            List<Timer> given = new ArrayList<>();
            while (!heap.isEmpty()) {
                Timer first = heap.first();
                heap.remove(first);
                given.add(first);
            }
            assertThat(given).isEqualTo(expected);
        }
    }
}
