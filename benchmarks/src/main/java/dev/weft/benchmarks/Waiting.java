package dev.weft.benchmarks;

import java.util.Locale;

/** How a crowd of tasks waits. */
public enum Waiting {
    ASLEEP("a task that sleeps"),
    PARKED("a task that awaits a promise, ten awaits deep"),
    BARE("the same without a task around it");

    private final String description;

    Waiting(String description) {
        this.description = description;
    }

    /** What the table calls it. */
    public String description() {
        return description;
    }

    /** What the command line calls it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
