package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShieldTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
    }

    private Script<Object> work(Object result) {
        return first(v -> Weft.sleep(Duration.ofSeconds(5)))
                .then(
                        v -> {
                            order.add("worked");
                            if (result instanceof Exception e) {
                                throw e;
                            }
                            return result;
                        });
    }

    @Test
    void r27_theAwaiterIsCancelledAtOnceAndTheInnerGoesOn() {
        Task<Object> task = loop.createTask(first(v -> Weft.shield(work(1))));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(1));
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(9))));
        assertThat(order).containsExactly("worked");
    }

    @Test
    void r27_anInnerThatIsCancelledOrDoneIsSeenAsItIs() {
        Task<Object> inner = loop.createTask(work(1));
        loop.callLater(Duration.ofSeconds(1), () -> inner.cancel());
        Object seen = test.runHere(first(v -> Weft.shield(inner)).rescue(t -> t));
        assertThat(seen).isInstanceOf(CancellationException.class);
        Task<Object> done = loop.createTask(work(2));
        loop.runUntilComplete(done);
        assertThat(test.<Object>runHere(first(v -> Weft.shield(done)))).isEqualTo(2);
    }

    @Test
    void r28_anOrphanThatFailsIsReportedAtOnceAndOnce() {
        Exception failure = new Exception("orphan");
        Task<Object> inner = loop.createTask(work(failure));
        Task<Object> one = loop.createTask(first(v -> Weft.shield(inner)));
        Task<Object> two = loop.createTask(first(v -> Weft.shield(inner)));
        loop.callLater(Duration.ofSeconds(1), one::cancel);
        loop.callLater(Duration.ofSeconds(1), two::cancel);
        test.runHere(first(v -> Weft.sleep(Duration.ofSeconds(9))));
        assertThat(test.reported()).containsExactly(failure);
        loop.close();
        assertThat(test.reported()).containsExactly(failure);
    }

    @Test
    void r29_theRunnersShutdownCancelsShieldedTasksToo() {
        try (Runner runner = new Runner(() -> loop)) {
            runner.run(
                    first(
                            v -> {
                                Task<Object> task =
                                        Weft.createTask(
                                                first(
                                                        w ->
                                                                Weft.shield(
                                                                        work(1).last(
                                                                                        () ->
                                                                                                order
                                                                                                        .add(
                                                                                                                "ended")))));
                                loop.callLater(Duration.ofSeconds(1), task::cancel);
                                return Weft.sleep(Duration.ofSeconds(2));
                            }));
        }
        assertThat(order).containsExactly("ended");
    }

    @Test
    void aShieldedStageIsNotCancelled() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Task<Object> task = loop.createTask(first(v -> Weft.shield(stage)));
        loop.callLater(Duration.ofSeconds(1), task::cancel);
        assertThatThrownBy(() -> loop.runUntilComplete(task))
                .isInstanceOf(CancellationException.class);
        assertThat(stage).isNotDone();
    }
}
