package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What is measured: an operation that some tasks do side by side. */
public enum Workload {
    YIELD(1_000_000, 100, "a task yields and is resumed", Size.M, 1, Size.K, 100 * Size.K, Size.M),
    CHAIN_AT_ONCE(1_000_000, 10, "ten awaits, the innermost has its value at once", Size.M, 1),
    CHAIN_SUSPENDING(500_000, 10, "ten awaits, the innermost yields", Size.M, 1),
    DEEP_AT_ONCE(
            100_000, 2, "a hundred awaits, the innermost has its value at once", 100 * Size.K, 1),
    DEEP_SUSPENDING(50_000, 2, "a hundred awaits, the innermost yields", 100 * Size.K, 1),
    EXCEPTION(10_000, 1, "an exception thrown through ten awaits, after a yield", 100 * Size.K, 1),
    HOT_LOOP(50_000_000, 65_536, "a step of a loop that computes and seldom yields", Size.K, 1),
    CREATE(200_000, 10, "a task is created and awaited", Size.M, 1, Size.K),
    GATHER(100, 1, "a thousand tasks are created and their values gathered", 100, 1),
    CANCEL(50_000, 2, "a task is created, sleeps and is cancelled", 100 * Size.K, 1, 100 * Size.K),
    RENDEZVOUS(
            200_000,
            10,
            "an item there and back, through channels of no capacity",
            100 * Size.K,
            1),
    PING_PONG(200_000, 10, "an item there and back, through queues of 64", 100 * Size.K, 1),
    PIPE(500_000, 100, "an item through a queue of 64", 100 * Size.K, 1, Size.K),
    FAN_IN(500_000, 100, "an item from one of ten tasks through a queue of 64", 10 * Size.K, 1),
    LOCK(200_000, 20, "a lock handed over between two tasks", 100 * Size.K, 1),
    GENERATOR(500_000, 100, "an element of a generator", 100 * Size.K, 1),
    RESOURCE(500_000, 100, "a block with a resource whose close is awaited", 100 * Size.K, 1),
    PIPELINE(500_000, 100, "an element of a stream through five operators", 100 * Size.K, 1),
    TIMEOUT(200_000, 10, "a task yields within a time limit, an hour off", Size.M, 1, Size.K),
    TIMER(
            500_000,
            5,
            "one of so many timers is cancelled and another made",
            Size.M,
            1,
            Size.K,
            Size.M),
    CALL_THREADSAFE(500_000, 2, "a callback handed to the loop by one of two threads", 10, 1),
    COMPLETION(10_000, 1, "an await of what another thread completes", Size.K, 1);

    private final int operations;
    private final int least;
    private final String description;
    private final int most;
    private final List<Integer> tasks;

    Workload(int operations, int least, String description, int most, Integer... tasks) {
        this.operations = operations;
        this.least = least;
        this.description = description;
        this.most = most;
        this.tasks = List.of(tasks);
    }

    /**
     * How often each of some tasks does it: a multiple of {@code least}, which is so large that the
     * tasks' own start, their queues and the filling of timers count little.
     */
    public int times(int tasks) {
        return times(tasks, 1);
    }

    /** The same for a peer that is known to be so many times slower. */
    int times(int tasks, int slower) {
        return Math.max(operations / slower / tasks / least, 1) * least;
    }

    /** What is done, in a clause. */
    public String description() {
        return description;
    }

    /** The numbers of tasks of the table. */
    public List<Integer> tasks() {
        return tasks;
    }

    /** The numbers of tasks of the plot: the powers of ten that it makes sense for. */
    public List<Integer> plotted() {
        return IntStream.iterate(1, n -> n <= most, n -> n * 10).boxed().toList();
    }

    /** What the command line and the table call it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Numbers that the constants are made with: they cannot see constants of their own type. */
    private static final class Size {
        static final int K = 1_000;
        static final int M = 1_000_000;
    }
}
