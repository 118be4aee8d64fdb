package dev.weft;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Reports a failure when the task or promise that holds it is collected before anybody looked. */
final class UnobservedFailure extends WeakReference<Eventual<?>> {
    final Throwable failure;
    final String name;

    /** Where the task was made: nobody can ask the task once it is collected. */
    final @Nullable Throwable origin;

    private final UnobservedFailures owner;

    UnobservedFailure(Eventual<?> source, Throwable failure, UnobservedFailures owner) {
        super(source, owner.collected);
        this.failure = failure;
        this.name = source.toString();
        this.origin = source instanceof Task<?> task ? LoopReports.origin(task) : null;
        this.owner = owner;
    }

    void withdraw() {
        owner.reports.remove(this);
        clear();
    }
}
