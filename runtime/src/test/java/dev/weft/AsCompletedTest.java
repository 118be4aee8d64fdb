package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsCompletedTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;

    @AfterEach
    void close() {
        loop.close();
    }

    private Coroutine<Object> after(int seconds) {
        return Weft.sleep(Duration.ofSeconds(seconds), seconds);
    }

    private <T> T next(AsyncIterator<Task<Object>> iterator) {
        return test.<T>runHere(first(v -> iterator.next()).then(task -> ((Task<?>) task).result()));
    }

    @Test
    void tasksComeInTheOrderInWhichTheyEnd() {
        var iterator = Weft.asCompleted(List.of(after(3), after(1), after(2))).iterator();
        assertThat(this.<Integer>next(iterator)).isEqualTo(1);
        assertThat(this.<Integer>next(iterator)).isEqualTo(2);
        assertThat(this.<Integer>next(iterator)).isEqualTo(3);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
        assertThatThrownBy(() -> next(iterator)).isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void oneThatIsGivenTwiceComesOnce() {
        Task<Object> task = loop.createTask(after(1));
        var iterator = Weft.asCompleted(List.of(task, task)).iterator();
        assertThat(this.<Integer>next(iterator)).isEqualTo(1);
        assertThatThrownBy(() -> next(iterator)).isInstanceOf(StopAsyncIteration.class);
    }

    @Test
    void whenTheTimeIsOverAskingForTheRestThrowsAndNothingIsCancelled() {
        Task<Object> slow = loop.createTask(after(5));
        var iterator = Weft.asCompleted(List.of(slow, after(1)), Duration.ofSeconds(2)).iterator();
        assertThat(this.<Integer>next(iterator)).isEqualTo(1);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> next(iterator))
                    .isInstanceOf(AsyncTimeoutException.class)
                    .hasMessage("1 of the tasks took longer than PT2S");
        }
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(2));
        assertThat(test.<Object>runHere(first(v -> slow))).isEqualTo(5);
        assertThat(this.<Integer>next(iterator)).isEqualTo(5);
    }

    @Test
    void theTimeBeginsWithTheFirstQuestion() {
        var source = Weft.asCompleted(List.of(after(2)), Duration.ofSeconds(3));
        test.runHere(first(v -> after(10)));
        assertThat(this.<Integer>next(source.iterator())).isEqualTo(2);
    }

    @Test
    void anIterationThatWasLeftGoesOnWhereItWas() {
        var source = Weft.asCompleted(List.of(after(1), after(2)));
        assertThat(this.<Integer>next(source.iterator())).isEqualTo(1);
        assertThat(this.<Integer>next(source.iterator())).isEqualTo(2);
    }
}
