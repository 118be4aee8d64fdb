package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExitStackTest {
    private final List<Object> log = new ArrayList<>();
    private final AsyncExitStack stack = new AsyncExitStack();

    private Throwable exit(Throwable failure) {
        return TestLoop.run(first(v -> stack.exit(failure)));
    }

    private static Coroutine<Void> slowly(Runnable action) {
        return Script.<Void>script("slowly")
                .then(v -> Weft.sleep(Duration.ofSeconds(1)))
                .then(
                        v -> {
                            action.run();
                            return null;
                        });
    }

    private AsyncCloseable closing(String name) {
        return () -> slowly(() -> log.add(name));
    }

    private AsyncCloseable failing(Throwable failure) {
        return () -> slowly(() -> Sneaky.rethrow(failure));
    }

    @Test
    void theLastIsClosedFirstAndEachIsAwaited() {
        stack.enter(closing("a"));
        stack.callback(() -> slowly(() -> log.add("callback")));
        stack.push(
                failure -> {
                    log.add(failure == null ? "well" : failure);
                    return Weft.done(failure);
                });
        stack.enter((AutoCloseable) () -> log.add("plain"));
        assertThat(exit(null)).isNull();
        assertThat(log).containsExactly("plain", "well", "callback", "a");
    }

    @Test
    void enterGivesTheResourceAndNullIsNone() {
        AsyncCloseable a = closing("a");
        assertThat(stack.enter(a)).isSameAs(a);
        assertThat(stack.<AsyncCloseable>enter(null)).isNull();
        exit(null);
        assertThat(log).containsExactly("a");
    }

    @Test
    void allAreClosedWhateverFailsAndLaterFailuresAreSuppressed() {
        IOException body = new IOException("body");
        IOException close = new IOException("close");
        stack.enter(closing("a"));
        stack.enter(failing(close));
        stack.enter(closing("b"));
        assertThat(exit(body)).isSameAs(body);
        assertThat(body.getSuppressed()).containsExactly(close);
        assertThat(log).containsExactly("b", "a");
    }

    @Test
    void theFirstFailureLeavesABlockThatEndedWellAndTheOuterOnesSeeIt() {
        IOException first = new IOException("first");
        IOException second = new IOException("second");
        stack.push(
                failure -> {
                    log.add(failure);
                    return Weft.done(failure);
                });
        stack.enter(failing(second));
        stack.enter(failing(first));
        assertThat(exit(null)).isSameAs(first);
        assertThat(first.getSuppressed()).containsExactly(second);
        assertThat(log).containsExactly(first);
    }

    @Test
    void aScopeMayHoldBackOrReplaceWhatLeaves() {
        IOException other = new IOException("other");
        stack.push(failure -> Weft.done(failure));
        stack.push(
                failure -> {
                    log.add(failure == null ? "nothing" : failure);
                    return Weft.done(other);
                });
        stack.push(failure -> Weft.done(null));
        assertThat(exit(new IOException("body"))).isSameAs(other);
        assertThat(log).containsExactly("nothing");
    }

    @Test
    void whatIsHandedOverIsLeftOpen() {
        stack.enter(closing("a"));
        AsyncExitStack other = stack.popAll();
        exit(null);
        assertThat(log).isEmpty();
        TestLoop.run(other.closeAsync());
        assertThat(log).containsExactly("a");
    }

    @Test
    void aClosedStackIsEmptyAndMayBeUsedAgain() {
        stack.enter(closing("a"));
        exit(null);
        stack.enter(closing("b"));
        exit(null);
        exit(null);
        assertThat(log).containsExactly("a", "b");
    }
}
