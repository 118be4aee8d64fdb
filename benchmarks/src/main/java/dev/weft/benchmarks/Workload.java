package dev.weft.benchmarks;

import java.util.List;
import java.util.Locale;

/** What is measured: an operation that some tasks do side by side. */
public enum Workload {
    YIELD(1_000_000, "a task yields and is resumed", 1, 1_000, 100_000),
    CHAIN_AT_ONCE(1_000_000, "ten awaits, the innermost has its value at once", 1),
    CHAIN_SUSPENDING(500_000, "ten awaits, the innermost yields", 1),
    CREATE(200_000, "a task is created and awaited", 1),
    RENDEZVOUS(200_000, "an item there and one back through channels of no capacity", 1),
    PING_PONG(200_000, "an item there and one back through queues of 64", 1),
    PIPE(500_000, "an item through a queue of 64", 1),
    TIMEOUT(200_000, "a task yields inside of a time limit, which is an hour off", 1);

    private final int operations;
    private final String description;
    private final List<Integer> tasks;

    Workload(int operations, String description, Integer... tasks) {
        this.operations = operations;
        this.description = description;
        this.tasks = List.of(tasks);
    }

    /** How often each of some tasks does it, so that their start does not count. */
    public int times(int tasks) {
        return Math.max(operations / tasks, 100);
    }

    /** What is done, in a clause. */
    public String description() {
        return description;
    }

    /** The numbers of tasks of the table. */
    public List<Integer> tasks() {
        return tasks;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
