package dev.weft;

import org.jspecify.annotations.Nullable;

/** A failure on its way to an awaiter, told from every value by its type. */
final class Thrown {
    final Throwable error;

    /** Whether an awaiting chain was appended to the stack trace: the first awaiter's only. */
    boolean traced;

    /** Whether anybody has taken it: if not, it is reported. */
    boolean observed;

    /** Its report to come; null while there is none to be made. */
    @Nullable UnobservedFailure report;

    Thrown(Throwable error) {
        this.error = error;
    }

    void observe() {
        observed = true;
        if (report != null) {
            report.withdraw();
            report = null;
        }
    }
}
