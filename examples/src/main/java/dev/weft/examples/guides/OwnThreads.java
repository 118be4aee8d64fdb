package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.gather;

import dev.weft.Async;
import dev.weft.EventLoop;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Blocking calls and heavy computations in the loop's threads and in a pool of one's own. */
final class OwnThreads {
    private static final int CALLS = 3;

    /** Comes back only when all calls are under way at the same time. */
    private final CyclicBarrier together = new CyclicBarrier(CALLS);

    String blockingCall(String url) throws Exception {
        together.await();
        return "Response from " + url;
    }

    static int square(int n) {
        return n * n;
    }

    @Async
    public static void main(String[] args) throws Exception {
        EventLoop loop = EventLoop.running();
        System.out.println("cpu(5) = " + await(loop.runInExecutor(null, () -> square(5))));

        OwnThreads calls = new OwnThreads();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<String> responses =
                    await(
                            gather(
                                    List.of(
                                            loop.runInExecutor(pool, () -> calls.blockingCall("a")),
                                            loop.runInExecutor(pool, () -> calls.blockingCall("b")),
                                            loop.runInExecutor(
                                                    pool, () -> calls.blockingCall("c")))));
            responses.forEach(System.out::println);
        } finally {
            pool.shutdown();
        }
    }
}
