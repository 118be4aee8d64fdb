package dev.weft;

import java.lang.ref.WeakReference;

/** Reports a failure when the task or promise that holds it is collected before anybody looked. */
final class UnobservedFailure extends WeakReference<Eventual<?>> {
    final Throwable failure;
    final String name;
    private final UnobservedFailures owner;

    UnobservedFailure(Eventual<?> source, Throwable failure, UnobservedFailures owner) {
        super(source, owner.collected);
        this.failure = failure;
        this.name = source.toString();
        this.owner = owner;
    }

    void withdraw() {
        owner.reports.remove(this);
        clear();
    }
}
