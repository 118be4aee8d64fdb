package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Signals sent to this process, of which nobody takes notice by default. */
@DisabledOnOs(OS.WINDOWS)
class SignalTest {
    private final List<Object> received = new ArrayList<>();

    private static void send(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, "" + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a signal from another thread and waits until a handler said so. */
    private void sendTo(EventLoop loop, String signal) {
        loop.callLater(Duration.ofSeconds(30), loop::stop);
        new Thread(() -> send(signal)).start();
        loop.runForever();
    }

    @Test
    void addSignalHandlerRunsItsActionAsACallbackOfTheLoop() {
        try (EventLoop loop = EventLoop.create()) {
            Thread here = Thread.currentThread();
            loop.addSignalHandler(
                    "SIGWINCH",
                    () -> {
                        received.add(Thread.currentThread() == here);
                        received.add(EventLoop.running() == loop);
                        loop.stop();
                    });
            sendTo(loop, "WINCH");
        }
        assertThat(received).containsExactly(true, true);
    }

    @Test
    void aSignalWakesALoopThatWaitsAndWhatItsActionThrowsIsReported() {
        List<ExceptionContext> reports = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("handler");
        try (EventLoop loop = EventLoop.create()) {
            loop.setExceptionHandler((where, context) -> reports.add(context));
            loop.addSignalHandler(
                    "WINCH",
                    () -> {
                        loop.stop();
                        throw failure;
                    });
            sendTo(loop, "WINCH");
        }
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).exception()).isSameAs(failure);
        assertThat(reports.get(0).message()).contains("SIGWINCH");
    }

    @Test
    void aSecondHandlerReplacesTheFirstAndRemovingPutsBackWhatWasThereBefore() {
        try (EventLoop outer = EventLoop.create();
                EventLoop loop = EventLoop.create()) {
            outer.addSignalHandler("WINCH", () -> received.add("outer"));
            loop.addSignalHandler("WINCH", () -> received.add("never"));
            loop.addSignalHandler(
                    "WINCH",
                    () -> {
                        received.add("loop");
                        loop.stop();
                    });
            sendTo(loop, "WINCH");
            assertThat(loop.removeSignalHandler("WINCH")).isTrue();
            assertThat(loop.removeSignalHandler("WINCH")).isFalse();
            outer.addSignalHandler("CONT", outer::stop);
            outer.callSoon(() -> send("WINCH"));
            outer.callLater(Duration.ofMillis(300), outer::stop);
            outer.runForever();
        }
        assertThat(received).containsExactly("loop", "outer");
    }

    @Test
    void handlersMayBeRemovedInAnyOrder() {
        AtomicInteger bottom = new AtomicInteger();
        SignalHook below = SignalHook.install("WINCH", bottom::incrementAndGet);
        SignalHook first = SignalHook.install("WINCH", () -> received.add("first"));
        SignalHook second = SignalHook.install("WINCH", () -> received.add("second"));
        first.remove();
        second.callBefore();
        assertThat(bottom).hasValue(1);
        second.remove();
        SignalHook again = SignalHook.install("WINCH", () -> {});
        again.callBefore();
        assertThat(bottom).hasValue(2);
        again.remove();
        below.remove();
        SignalHook last = SignalHook.install("WINCH", () -> {});
        assertThat(last.replacesJvmsOwn()).isTrue();
        last.remove();
        assertThat(received).isEmpty();
    }

    @Test
    void aClosedLoopHasGivenItsSignalsBack() {
        AtomicInteger before = new AtomicInteger();
        SignalHook below = SignalHook.install("WINCH", before::incrementAndGet);
        try (EventLoop loop = EventLoop.create()) {
            loop.addSignalHandler("WINCH", () -> received.add("loop"));
        }
        SignalHook above = SignalHook.install("WINCH", () -> {});
        above.callBefore();
        above.remove();
        below.remove();
        assertThat(before).hasValue(1);
        assertThat(received).isEmpty();
    }

    @Test
    void signalsThatDoNotExistOrBelongToTheJvmAreRefused() {
        try (TestLoop test = new TestLoop()) {
            for (String name : List.of("NOSUCH", "KILL", "")) {
                assertThatThrownBy(() -> test.loop.addSignalHandler(name, () -> {}))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(name);
            }
            assertThatThrownBy(() -> test.loop.addSignalHandler("WINCH", null))
                    .isInstanceOf(NullPointerException.class);
        }
    }
}
