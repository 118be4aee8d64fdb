package dev.weft.benchmarks;

import org.jspecify.annotations.Nullable;

/** What a peer has written of the workloads. */
public interface Programs {

    /** The peer's program for a workload, null where it has none. */
    @Nullable Program of(Workload workload);

    /** The peer's crowd that waits so, null where it has none. */
    default @Nullable Crowd of(Waiting waiting) {
        return null;
    }
}
