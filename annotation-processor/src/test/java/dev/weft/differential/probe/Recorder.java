package dev.weft.differential.probe;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a program: what it logged, and which of its leaves fails. */
public final class Recorder {

    private static final int ENTRIES = 20_000;

    private final List<String> trace = new ArrayList<>();
    private final int failingLeaf;
    private final FailureKind kind;
    private int leaves;
    private int calls = 2_000;

    /**
     * @param failingLeaf number, from 1, of the leaf that fails; 0 for none
     */
    public Recorder(int failingLeaf, FailureKind kind) {
        this.failingLeaf = failingLeaf;
        this.kind = kind;
    }

    public synchronized List<String> trace() {
        return List.copyOf(trace);
    }

    public synchronized int leaves() {
        return leaves;
    }

    synchronized void log(String entry) {
        if (trace.size() >= ENTRIES) throw new IllegalStateException("trace is full");
        trace.add(entry);
    }

    synchronized @Nullable Throwable nextLeaf() {
        leaves++;
        return leaves == failingLeaf ? kind.failure("leaf " + leaves) : null;
    }

    synchronized void call() {
        if (--calls < 0) throw new IllegalStateException("too many calls");
    }
}
