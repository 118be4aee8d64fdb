package dev.weft;

import org.jspecify.annotations.Nullable;

/** What carriers have taken out of a thread. */
final class Carried {
    private static final Object UNKNOWN = new Object();

    private final Carriers carriers;
    private final @Nullable Object[] states;

    /** Takes out of this thread what it holds. */
    Carried(Carriers carriers) {
        this.carriers = carriers;
        states = new @Nullable Object[carriers.each.length];
        for (int i = 0; i < states.length; i++) {
            try {
                states[i] = carriers.each[i].capture();
            } catch (Throwable failure) {
                states[i] = UNKNOWN;
                carriers.failed(failure);
            }
        }
    }

    /** Puts it into this thread. */
    void restore() {
        for (int i = 0; i < states.length; i++) {
            try {
                if (states[i] != UNKNOWN) {
                    carriers.each[i].restore(states[i]);
                }
            } catch (Throwable failure) {
                carriers.failed(failure);
            }
        }
    }

    /** Puts it into this thread, and gives what was there. */
    Carried swap() {
        Carried before = new Carried(carriers);
        restore();
        return before;
    }
}
