package dev.weft;

import org.jspecify.annotations.Nullable;

/** What carriers have taken out of a thread. */
final class Carried {
    private final Carrier<@Nullable Object>[] carriers;
    private final @Nullable Object[] states;

    private Carried(Carrier<@Nullable Object>[] carriers) {
        this.carriers = carriers;
        states = new @Nullable Object[carriers.length];
    }

    /** Takes out of this thread what it holds. */
    static Carried take(Carrier<@Nullable Object>[] carriers) {
        Carried carried = new Carried(carriers);
        for (int i = 0; i < carriers.length; i++) {
            carried.states[i] = carriers[i].capture();
        }
        return carried;
    }

    /** Puts it into this thread. */
    void restore() {
        for (int i = 0; i < carriers.length; i++) {
            carriers[i].restore(states[i]);
        }
    }

    /** Puts it into this thread, and gives what was there. */
    Carried swapIn() {
        Carried own = take(carriers);
        restore();
        return own;
    }

    /** Puts what was there back, and gives what is there now. */
    Carried swapBack() {
        Carried now = take(carriers);
        restore();
        return now;
    }
}
