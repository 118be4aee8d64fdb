package dev.weft.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is measured: an operation that some tasks do side by side. */
public enum Workload {
    YIELD(1_000_000, 100, "a task yields and is resumed", 1, 1_000, 100_000),
    CHAIN_AT_ONCE(1_000_000, 1, "ten awaits, the innermost has its value at once", 1),
    CHAIN_SUSPENDING(500_000, 1, "ten awaits, the innermost yields", 1),
    DEEP_AT_ONCE(100_000, 1, "a hundred awaits, the innermost has its value at once", 1),
    DEEP_SUSPENDING(50_000, 1, "a hundred awaits, the innermost yields", 1),
    EXCEPTION(20_000, 1, "an exception thrown through ten awaits, after a yield", 1),
    HOT_LOOP(50_000_000, 65_536, "a step of a loop that computes and seldom yields", 1),
    CREATE(200_000, 1, "a task is created and awaited", 1, 1_000),
    GATHER(200, 1, "a thousand tasks are created and their values gathered", 1),
    CANCEL(200_000, 1, "a task is created, sleeps and is cancelled", 1, 100_000),
    RENDEZVOUS(200_000, 1, "an item there and one back through channels of no capacity", 1),
    PING_PONG(200_000, 1, "an item there and one back through queues of 64", 1),
    PIPE(500_000, 1, "an item through a queue of 64", 1, 1_000),
    FAN_IN(500_000, 10, "an item from one of ten tasks through a queue of 64", 1),
    LOCK(200_000, 2, "a lock handed over between two tasks", 1),
    GENERATOR(500_000, 1, "an element of a generator", 1),
    PIPELINE(500_000, 1, "an element of a stream through five operators", 1),
    TIMEOUT(200_000, 1, "a task yields inside of a time limit, which is an hour off", 1, 1_000),
    TIMER(500_000, 5, "a timer is cancelled and another made, so many pending", 1, 1_000_000),
    CALL_THREADSAFE(500_000, 2, "a callback handed to the loop by one of two threads", 1),
    COMPLETION(20_000, 1, "an await of what another thread completes", 1);

    private final int operations;
    private final int least;
    private final String description;
    private final List<Integer> tasks;

    Workload(int operations, int least, String description, Integer... tasks) {
        this.operations = operations;
        this.least = least;
        this.description = description;
        this.tasks = List.of(tasks);
    }

    /**
     * How often each of some tasks does it: a multiple of {@code least}, which is so large where
     * the tasks' own start must not count.
     */
    public int times(int tasks) {
        return Math.max(operations / tasks / least, 1) * least;
    }

    /** What is done, in a clause. */
    public String description() {
        return description;
    }

    /** The numbers of tasks of the table. */
    public List<Integer> tasks() {
        return tasks;
    }

    /** What the command line and the table call it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of a title. */
    public static Workload of(String title) {
        return Arrays.stream(values()).filter(w -> w.title().equals(title)).findAny().orElseThrow();
    }
}
