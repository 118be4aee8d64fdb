import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.supplyAsync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The workloads with ea-async's await, which loads class files of Java 8 only. Prints the
 * nanoseconds of an operation: EaAsync WORKLOAD TASKS TIMES ITERATIONS
 */
public final class EaAsync {

    private static final ExecutorService LOOP = Executors.newSingleThreadExecutor();
    private static final int[] DATA = new Random(1).ints(4096).toArray();
    private static final ExecutorService OTHER_THREADS = Executors.newFixedThreadPool(2);

    private EaAsync() {}

    interface Body {
        CompletableFuture<Integer> run(int times);
    }

    public static void main(String[] arguments) {
        Body body = body(arguments[0]);
        int tasks = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        double[] nanos = new double[Integer.parseInt(arguments[3])];
        for (int i = 0; i < nanos.length && body != null; i++) nanos[i] = run(body, tasks, times);
        Arrays.sort(nanos, nanos.length / 2, nanos.length);
        if (body != null) System.out.println(nanos[nanos.length * 3 / 4]);
        LOOP.shutdown();
        OTHER_THREADS.shutdown();
    }

    private static double run(Body body, int tasks, int times) {
        long start = System.nanoTime();
        int sum = supplyAsync(() -> all(body, tasks, times), LOOP).thenCompose(all -> all).join();
        double nanos = System.nanoTime() - start;
        if (sum != tasks * times) throw new IllegalStateException(sum + " operations");
        return nanos / sum;
    }

    private static CompletableFuture<Integer> all(Body body, int tasks, int times) {
        List<CompletableFuture<Integer>> running = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) running.add(body.run(times));
        int sum = 0;
        for (CompletableFuture<Integer> one : running) sum += await(one);
        return completedFuture(sum);
    }

    private static Body body(String workload) {
        switch (workload) {
            case "yield":
            case "create":
                return EaAsync::yields;
            case "chain-at-once":
                return times -> chains(times, 10, false);
            case "chain-suspending":
                return times -> chains(times, 10, true);
            case "deep-at-once":
                return times -> chains(times, 100, false);
            case "deep-suspending":
                return times -> chains(times, 100, true);
            case "exception":
                return times -> exceptions(times, 10);
            case "gather":
                return times -> gathered(times, 1000);
            case "hot-loop":
                return EaAsync::hotLoop;
            case "resource":
                return EaAsync::closed;
            case "completion":
                return EaAsync::completions;
            default:
                return null;
        }
    }

    private static CompletableFuture<Integer> yields(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) sum += await(supplyAsync(() -> 1, LOOP));
        return completedFuture(sum);
    }

    private static CompletableFuture<Integer> chains(int times, int depth, boolean suspends) {
        int calls = 0;
        for (int i = 0; i < times; i++) calls += await(nested(depth, suspends));
        return completedFuture(calls / depth);
    }

    private static CompletableFuture<Integer> nested(int depth, boolean suspends) {
        if (depth > 1) return completedFuture(await(nested(depth - 1, suspends)) + 1);
        if (suspends) await(supplyAsync(() -> 1, LOOP));
        return completedFuture(1);
    }

    private static CompletableFuture<Integer> exceptions(int times, int depth) {
        int caught = 0;
        for (int i = 0; i < times; i++) {
            try {
                await(failing(depth));
            } catch (RuntimeException e) {
                caught++;
            }
        }
        return completedFuture(caught);
    }

    private static CompletableFuture<Integer> failing(int depth) {
        if (depth > 1) return completedFuture(await(failing(depth - 1)) + 1);
        await(supplyAsync(() -> 1, LOOP));
        throw new IllegalStateException("thrown through awaits");
    }

    private static CompletableFuture<Integer> gathered(int times, int children) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            List<CompletableFuture<Integer>> all = new ArrayList<>(children);
            for (int j = 0; j < children; j++) all.add(supplyAsync(() -> 1, LOOP));
            await(CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])));
            for (CompletableFuture<Integer> one : all) sum += one.join();
        }
        return completedFuture(sum / children);
    }

    private static CompletableFuture<Integer> hotLoop(int times) {
        int[] data = DATA;
        int hash = 0;
        for (int i = 0; i < times; i++) {
            hash = 31 * hash + data[i & data.length - 1];
            if ((i & 0xffff) == 0) await(supplyAsync(() -> 1, LOOP));
        }
        return completedFuture(checked(hash, times));
    }

    private static CompletableFuture<Integer> closed(int times) {
        Resource resource = new Resource();
        for (int i = 0; i < times; i++) {
            try {
                resource.use();
            } finally {
                await(resource.close());
            }
        }
        return completedFuture(checked(resource.hash, Math.min(resource.uses, resource.closes)));
    }

    private static final class Resource {

        private final int[] data = DATA;
        private int hash;
        private int uses;
        private int closes;

        void use() {
            hash ^= uses++;
        }

        CompletableFuture<Integer> close() {
            hash = data[hash & data.length - 1];
            closes++;
            return completedFuture(1);
        }
    }

    /** The compiler must not know that the hash is not looked at. */
    private static int checked(int hash, int times) {
        return hash == 4096 && times == 4096 ? 0 : times;
    }

    private static CompletableFuture<Integer> completions(int times) {
        int sum = 0;
        for (int i = 0; i < times; i++) {
            CompletableFuture<Integer> future = new CompletableFuture<>();
            OTHER_THREADS.execute(() -> future.complete(1));
            sum += await(future.thenApplyAsync(one -> one, LOOP));
        }
        return completedFuture(sum);
    }
}
