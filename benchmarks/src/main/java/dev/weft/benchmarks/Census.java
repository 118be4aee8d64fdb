package dev.weft.benchmarks;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Counts what a crowd takes: the time to start it, the heap while it waits, and the time from its
 * waking to its end. Sleepers all wake at one moment, so that they cannot end one by one.
 */
public final class Census {

    private final int tasks;
    private final long heapBefore = usedHeap();
    private final long start = System.nanoTime();
    private long wake;
    private long settled;
    private long heap;
    private int left;

    private Census(int tasks, int seconds) {
        this.tasks = tasks;
        left = tasks;
        wake = start + TimeUnit.SECONDS.toNanos(seconds);
    }

    /** Takes a peer, a way of waiting, a number of tasks and the seconds until sleepers wake. */
    public static void main(String[] arguments) throws Exception {
        var peer = Peer.valueOf(arguments[0]);
        var waiting = Waiting.valueOf(arguments[1]);
        int tasks = Integer.parseInt(arguments[2]);
        Crowd crowd = requireNonNull(peer.programs().of(waiting));
        crowd.gather(Math.min(tasks, 10_000), new Census(Math.min(tasks, 10_000), 1));
        var census = new Census(tasks, Integer.parseInt(arguments[3]));
        crowd.gather(tasks, census);
        System.out.println(census.counted(waiting));
    }

    /** The nanoseconds until sleepers wake. */
    public long nanosUntilWake() {
        return wake - System.nanoTime();
    }

    /** All of the tasks wait now. Those that do not sleep are woken when this has returned. */
    public void settled() {
        settled = System.nanoTime();
        heap = usedHeap() - heapBefore;
    }

    /** One of the tasks ends; true if it is the last. */
    public boolean lastEnds() {
        return --left == 0;
    }

    private String counted(Waiting waiting) {
        long end = System.nanoTime();
        if (waiting == Waiting.ASLEEP && wake < settled) {
            throw new IllegalStateException("sleepers woke before all of them slept");
        }
        double nanosEach = (settled - start) / (double) tasks;
        double bytesEach = heap / (double) tasks;
        double seconds = waiting == Waiting.ASLEEP ? (end - wake) / 1e9 : Double.NaN;
        return String.format(Locale.ROOT, "%f %f %f", nanosEach, bytesEach, seconds);
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
