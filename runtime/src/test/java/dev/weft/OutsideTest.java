package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.loop.Clock;
import java.lang.module.ModuleDescriptor;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A loop as other threads see it. */
@Timeout(60)
class OutsideTest {
    private static Thread daemon(Runnable run) {
        Thread thread = new Thread(run, "loop's own");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static <T> T elsewhere(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        new Thread(task, "elsewhere").start();
        try {
            return task.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Test
    void aThreadThatSpinsOnDoneSeesTheEnd() throws Exception {
        EventLoop loop = EventLoop.create();
        CompletableFuture<Task<Object>> made = new CompletableFuture<>();
        loop.callSoon(
                () ->
                        made.complete(
                                loop.createTask(first(v -> Weft.sleep(Duration.ofMillis(200))))));
        Thread runs = daemon(loop::runForever);
        Task<Object> task = made.get();
        while (!task.done()) {
            // Nothing here: the compiler may look once only at a field that is not shared.
        }
        assertThat(task.cancelled()).isFalse();
        loop.stopThreadsafe();
        runs.join();
        loop.close();
    }

    @Test
    void whoMadeALoopMaySubmitWhileItsThreadStarts() throws Exception {
        for (int i = 0; i < 200; i++) {
            EventLoop loop = EventLoop.create();
            Promise<Object> promise = new Promise<>(loop);
            Thread runs = daemon(loop::runForever);
            CompletableFuture<Object> first = loop.submit(first(v -> promise));
            CompletableFuture<Object> second = loop.submit(first(v -> Weft.yieldNow()));
            promise.complete(i);
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(i);
            assertThat(second.get(10, TimeUnit.SECONDS)).isNull();
            loop.stopThreadsafe();
            runs.join();
            loop.close();
        }
    }

    @Test
    void theFutureOfWhatWasSubmittedFailsWhenTheLoopIsClosedFirst() throws Exception {
        EventLoop loop = EventLoop.create();
        CompletableFuture<Object> future =
                elsewhere(() -> loop.submit(first(v -> Weft.sleep(Duration.ofDays(1)))));
        Promise<Object> promise = new Promise<>(loop);
        CompletableFuture<Object> stage = elsewhere(promise::asStage);
        loop.callLater(Duration.ofMillis(1), loop::stop);
        loop.runForever();
        assertThat(future).isNotDone();
        loop.close();
        assertThatThrownBy(future::join).hasMessageContaining("closed before this was done");
        assertThatThrownBy(stage::join).hasMessageContaining("closed before this was done");
        CompletableFuture<Object> late = elsewhere(promise::asStage);
        assertThatThrownBy(late::join).hasMessageContaining("closed before this was done");
    }

    @Test
    void theFutureOfWhatWasSubmittedToALoopThatNeverRunsFailsWhenThatIsClosed() {
        EventLoop loop = EventLoop.create();
        CompletableFuture<Object> future = loop.submit(first(v -> 1));
        CompletableFuture<Object> stage = new Promise<>(loop).asStage();
        loop.close();
        assertThatThrownBy(future::join).hasMessageContaining("closed before this was done");
        assertThatThrownBy(stage::join).hasMessageContaining("closed before this was done");
    }

    @Test
    void tasksThatOtherThreadsMakeHaveNamesOfTheirOwn() throws Exception {
        Set<String> names = new HashSet<>();
        EventLoop loop = EventLoop.create();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            threads[t] =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 2_000; i++) {
                                    loop.submit(first(v -> names.add(Task.current().name())));
                                }
                            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        loop.runUntilComplete(Weft.sleep(Duration.ofMillis(1)));
        assertThat(names).hasSize(8_000);
        loop.close();
    }

    @Test
    void theQueriesOfALoopCheckTheirThreadToo() throws Exception {
        try (TestLoop test = new TestLoop()) {
            EventLoop loop = test.loop;
            for (Callable<Object> forbidden :
                    List.<Callable<Object>>of(
                            loop::exceptionHandler,
                            loop::slowCallbackDuration,
                            () -> loop.runUntilComplete(Weft.done(1)))) {
                assertThatThrownBy(() -> elsewhere(forbidden))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageContaining("\"elsewhere\"");
            }
        }
    }

    @Test
    void aRunnerIsClosedInItsThread() throws Exception {
        Runner runner = new Runner();
        runner.run(Weft.done(1));
        assertThatThrownBy(
                        () ->
                                elsewhere(
                                        () -> {
                                            runner.close();
                                            return null;
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"elsewhere\"");
        runner.close();
    }

    @Test
    void aCancelledReadOfASocketIsACancel() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, null);
                Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
            Callable<Object> read = () -> socket.getInputStream().read();
            // As a virtual thread's socket does; a platform thread's is not interrupted at all.
            Callable<Object> interrupted =
                    () -> {
                        try {
                            Thread.sleep(60_000);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            throw new SocketException("Closed by interrupt");
                        }
                        return null;
                    };
            boolean virtual = Runtime.version().feature() >= 21;
            assertThatThrownBy(
                            () ->
                                    Weft.run(
                                            Weft.waitFor(
                                                    Weft.toThread(virtual ? read : interrupted),
                                                    Duration.ofMillis(50))))
                    .isInstanceOf(AsyncTimeoutException.class);
        }
    }

    @Test
    void aClockThatDoesNotJumpIsWaitedFor() {
        class Manual implements Clock {
            private volatile long now;

            @Override
            public long nanoTime() {
                return now;
            }

            @Override
            public boolean jumpTo(long nanoTime) {
                return false;
            }

            @Override
            public boolean standsStill() {
                return true;
            }
        }
        Manual clock = new Manual();
        try (EventLoop loop = EventLoop.create(clock)) {
            int[] turns = {0};
            loop.driver.beforeWaiting(() -> turns[0]++);
            daemon(
                    () -> {
                        try {
                            Thread.sleep(50);
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                        clock.now = Duration.ofDays(1).toNanos();
                        loop.callSoonThreadsafe(() -> {});
                    });
            loop.runUntilComplete(Weft.sleep(Duration.ofDays(1)));
            assertThat(turns[0]).isLessThan(10);
        }
    }

    @Test
    void aDeadlineBeforeTheClocksOriginIsDueAtOnce() {
        try (EventLoop loop = EventLoop.create()) {
            loop.callLater(Duration.ofDays(-200_000), loop::stop);
            loop.runForever();
            loop.callAt(Duration.ofSeconds(Long.MIN_VALUE), loop::stop);
            loop.runForever();
        }
    }

    @Test
    void nothingToRunIsRefused() {
        assertThatThrownBy(() -> Weft.run(null)).isInstanceOf(NullPointerException.class);
        try (TestLoop test = new TestLoop()) {
            assertThatThrownBy(() -> new Promise<>(test.loop).addDoneCallback(null))
                    .isInstanceOf(NullPointerException.class);
        }
        assertThatThrownBy(() -> Weft.run(Weft.gather(Weft.done(1), null)))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Weft.run(Weft.waitFor(Weft.awaitable(null), null)))
                .isInstanceOf(NullPointerException.class);
    }

    @Test
    void aModularProgramHasTheSignalsToo() throws Exception {
        Path classes =
                Path.of(Weft.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ModuleDescriptor module =
                ModuleDescriptor.read(Files.newInputStream(classes.resolve("module-info.class")));
        assertThat(module.requires())
                .extracting(ModuleDescriptor.Requires::name)
                .contains("jdk.unsupported");
    }
}
