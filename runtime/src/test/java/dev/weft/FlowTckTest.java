package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.reactivestreams.tck.flow.FlowSubscriberBlackboxVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The Reactive Streams TCK, which is written for TestNG. */
class FlowTckTest {
    private static final TestEnvironment PATIENT = new TestEnvironment(2000, 50, 100);

    /** How long the kit waits before it looks whether a reference was dropped. */
    private static final int GC_MILLIS = 2_000;

    /** A loop in a thread of its own. */
    private static final class OtherLoop {
        private final EventLoop loop;

        OtherLoop() {
            CompletableFuture<EventLoop> running = new CompletableFuture<>();
            Thread thread = new Thread(() -> run(running), "tck");
            thread.setDaemon(true);
            thread.start();
            loop = running.join();
        }

        private static void run(CompletableFuture<EventLoop> running) {
            try (EventLoop loop = EventLoop.create()) {
                loop.setExceptionHandler((where, context) -> {});
                loop.callSoon(() -> running.complete(loop));
                loop.runForever();
            }
        }

        void stop() {
            loop.stopThreadsafe();
        }
    }

    /** Of {@code asPublisher}. */
    public static final class Published extends FlowPublisherVerification<Integer> {
        private OtherLoop other;

        /** For TestNG. */
        public Published() {
            super(PATIENT, GC_MILLIS);
        }

        @BeforeClass
        void start() {
            other = new OtherLoop();
        }

        @AfterClass
        void stop() {
            other.stop();
        }

        @Override
        public Flow.Publisher<Integer> createFlowPublisher(long elements) {
            return AsyncIterable.range(0, (int) Math.min(elements, Integer.MAX_VALUE))
                    .mapAsync(x -> x % 2 == 0 ? Weft.done(x) : Weft.sleep(Duration.ofNanos(1), x))
                    .asPublisher(other.loop);
        }

        @Override
        public Flow.Publisher<Integer> createFailedFlowPublisher() {
            AsyncIterable<Integer> failing =
                    () -> {
                        throw new IllegalStateException("no iterator");
                    };
            return failing.asPublisher(other.loop);
        }
    }

    /** Of {@code fromPublisher}. */
    public static final class Subscribed extends FlowSubscriberBlackboxVerification<Integer> {
        private OtherLoop other;

        /** For TestNG. */
        public Subscribed() {
            super(PATIENT);
        }

        @BeforeClass
        void start() {
            other = new OtherLoop();
        }

        @AfterClass
        void stop() {
            other.stop();
        }

        @Override
        @SuppressWarnings("unchecked")
        public Flow.Subscriber<Integer> createFlowSubscriber() {
            CompletableFuture<Flow.Subscriber<? super Integer>> subscriber =
                    new CompletableFuture<>();
            Flow.Publisher<Integer> publisher = subscriber::complete;
            other.loop.submit(AsyncIterable.fromPublisher(publisher).take(3).toList());
            return (Flow.Subscriber<Integer>) subscriber.join();
        }

        @Override
        public Integer createElement(int element) {
            return element;
        }
    }

    private static List<String> failures(Class<?> verification) {
        List<String> failures = new ArrayList<>();
        int[] passed = {0};
        TestNG testNg = new TestNG(false);
        testNg.setVerbose(0);
        testNg.setTestClasses(new Class<?>[] {verification});
        testNg.addListener(
                new TestListenerAdapter() {
                    @Override
                    public void onTestFailure(ITestResult result) {
                        failures.add(result.getName() + ": " + result.getThrowable());
                    }

                    @Override
                    public void onTestSuccess(ITestResult result) {
                        passed[0]++;
                    }
                });
        testNg.run();
        assertThat(passed[0]).isPositive();
        return failures;
    }

    @Test
    void publishersKeepTheRules() {
        assertThat(failures(Published.class)).isEmpty();
    }

    @Test
    void subscribersKeepTheRules() {
        assertThat(failures(Subscribed.class)).isEmpty();
    }
}
