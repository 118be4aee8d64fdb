package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailedBlockTest {
    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;

    @AfterEach
    void close() {
        loop.close();
    }

    private static AsyncCloseable closingIn(int seconds) {
        return () -> Weft.sleep(Duration.ofSeconds(seconds));
    }

    private Throwable leaving(AsyncCloseable closeable, Throwable failure) {
        return test.runHere(first(v -> new FailedBlock(closeable, failure)));
    }

    @Test
    void theFailureLeavesWhenTheResourceIsClosed() {
        IOException failure = new IOException();
        assertThat(leaving(closingIn(1), failure)).isSameAs(failure);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCloseThatFailsIsSuppressed() {
        IOException failure = new IOException();
        IllegalStateException closing = new IllegalStateException();
        assertThat(leaving(() -> Weft.failed(closing), failure)).isSameAs(failure);
        assertThat(failure).hasSuppressedException(closing);
    }

    @Test
    void aCloseThatThrowsBeforeItMakesACoroutineIsSuppressedToo() {
        IOException failure = new IOException();
        IllegalStateException closing = new IllegalStateException();
        AsyncCloseable closeable =
                () -> {
                    throw closing;
                };
        assertThat(leaving(closeable, failure)).isSameAs(failure);
        assertThat(failure).hasSuppressedException(closing);
    }

    @Test
    void aCancelThatInterruptsTheCloseLeavesInTheFailuresPlaceAndOnceOnly() {
        IOException failure = new IOException();
        Task<Object> closing =
                loop.createTask(
                        first(v -> new FailedBlock(closingIn(5), failure))
                                .then(left -> Weft.sleep(Duration.ofSeconds(1), left)));
        loop.callLater(Duration.ofSeconds(2), () -> closing.cancel("enough"));
        Throwable left = test.runHere(first(v -> closing));
        assertThat(left).isInstanceOf(CancelledError.class).hasMessage("enough");
        assertThat(left).hasSuppressedException(failure);
        assertThat(loop.time()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aSecondCancelIsSuppressedByTheFirst() {
        CancelledError first = new CancelledError("first");
        Task<Object> closing = loop.createTask(first(v -> new FailedBlock(closingIn(5), first)));
        loop.callLater(Duration.ofSeconds(2), () -> closing.cancel("second"));
        assertThat(test.<Throwable>runHere(first(v -> closing))).isSameAs(first);
        assertThat(first.getSuppressed()).hasOnlyElementsOfType(CancelledError.class);
    }
}
