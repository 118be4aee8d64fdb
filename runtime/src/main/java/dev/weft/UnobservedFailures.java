package dev.weft;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The failures of a loop that nobody has looked at yet. */
final class UnobservedFailures {
    final ReferenceQueue<Eventual<?>> collected = new ReferenceQueue<>();
    final Set<UnobservedFailure> reports = new LinkedHashSet<>();
    private final EventLoop loop;

    UnobservedFailures(EventLoop loop) {
        this.loop = loop;
    }

    void add(Eventual<?> source, Thrown thrown) {
        UnobservedFailure report = new UnobservedFailure(source, thrown.error, this);
        thrown.report = report;
        reports.add(report);
        reportCollected();
    }

    /** Reports those whose task or promise nobody can ask any more. */
    void reportCollected() {
        Reference<?> reference;
        while (!reports.isEmpty() && (reference = collected.poll()) != null) {
            report((UnobservedFailure) reference);
        }
    }

    /** Reports what is left, as nobody will be able to await it any more. */
    void reportAll() {
        List<UnobservedFailure> left = new ArrayList<>(reports);
        left.forEach(this::report);
    }

    private void report(UnobservedFailure report) {
        if (reports.remove(report)) {
            Eventual<?> source = report.get();
            String message = "The failure of " + report.name + " was never looked at";
            loop.report(
                    new ExceptionContext(
                            source == null
                                    ? LoopReports.withOrigin(message, report.origin)
                                    : message,
                            report.failure,
                            source instanceof Task<?> task ? task : null,
                            null));
        }
    }
}
