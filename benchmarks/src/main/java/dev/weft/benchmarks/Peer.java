package dev.weft.benchmarks;

import dev.weft.benchmarks.byhand.ByHand;
import dev.weft.benchmarks.futures.Futures;
import dev.weft.benchmarks.kotlin.KotlinCoroutines;
import dev.weft.benchmarks.reactor.ReactorStreams;
import dev.weft.benchmarks.threads.VirtualThreads;
import dev.weft.benchmarks.weft.WeftCoroutines;
import java.util.Locale;

/** What Weft is compared with, itself included. */
public enum Peer {
    WEFT("Weft", new WeftCoroutines()),
    BY_HAND("by hand", new ByHand()),
    KOTLIN("Kotlin", new KotlinCoroutines()),
    THREADS("virtual threads", new VirtualThreads()),
    FUTURES("CompletableFuture", new Futures()),
    REACTOR("Reactor", new ReactorStreams()),
    EA_ASYNC("ea-async", workload -> null),
    ASYNCIO("asyncio", workload -> null),
    UVLOOP("uvloop", workload -> null);

    private final String title;
    private final Programs programs;

    Peer(String title, Programs programs) {
        this.title = title;
        this.programs = programs;
    }

    /** What tables and plots call it. */
    public String title() {
        return title;
    }

    /** Whether it is a program of its own, with workloads of the same names. */
    boolean foreign() {
        return this == EA_ASYNC || this == ASYNCIO || this == UVLOOP;
    }

    /** Whether this JVM has what it needs. */
    boolean runsHere() {
        return this != THREADS || Runtime.version().feature() >= 21;
    }

    /** What it has written. */
    public Programs programs() {
        return programs;
    }

    /** What the command line calls it. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
