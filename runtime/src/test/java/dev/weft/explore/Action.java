package dev.weft.explore;

/** What happens next in a run. */
sealed interface Action {
    /** A task may do its next step, in the next iteration. */
    record Step(int task) implements Action {
        @Override
        public String toString() {
            return "[step " + task + "]";
        }
    }

    /** A task is cancelled. */
    record Cancel(int task) implements Action {
        @Override
        public String toString() {
            return "[cancel " + task + "]";
        }
    }

    /** Timeouts are over. */
    record Time() implements Action {
        @Override
        public String toString() {
            return "[time]";
        }
    }

    /** The loop runs one iteration. */
    record Tick() implements Action {
        @Override
        public String toString() {
            return "[tick]";
        }
    }
}
