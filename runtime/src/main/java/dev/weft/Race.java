package dev.weft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs several beside each other until one has won; the others are cancelled and waited for. */
final class Race<T extends @Nullable Object> extends Leaf<T> {
    private final List<Awaitable<?>> inputs;
    private final boolean failuresLose;

    /**
     * Makes one.
     *
     * @param failuresLose whether only a result wins, or whatever ends first
     */
    Race(Collection<? extends Awaitable<?>> inputs, boolean failuresLose) {
        this.inputs = List.copyOf(inputs);
        this.failuresLose = failuresLose;
        if (this.inputs.isEmpty()) {
            throw new IllegalArgumentException("there is nothing that could win");
        }
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        Set<Eventual<?>> runners = new LinkedHashSet<>();
        for (Awaitable<?> input : new LinkedHashSet<>(inputs)) {
            runners.add(Children.of(input, task, awaiter));
        }
        return new RaceWait(task, List.copyOf(runners), failuresLose).begin(awaiter);
    }

    private static final class RaceWait implements Waiting, Waiter {
        private final Task<?> task;
        private final List<Eventual<?>> runners;
        private final boolean failuresLose;
        private final List<Throwable> failures = new ArrayList<>();
        private int unfinished;
        private @Nullable Eventual<?> winner;

        /** Set by the first cancel of the task that comes before there is a winner. */
        private @Nullable CancelledError cancelled;

        /** Runners are being cancelled: tasks that wait for each other in a ring come back here. */
        private boolean cancelling;

        RaceWait(Task<?> task, List<Eventual<?>> runners, boolean failuresLose) {
            this.task = task;
            this.runners = runners;
            this.failuresLose = failuresLose;
            this.unfinished = runners.size();
        }

        @Nullable Object begin(Coroutine<?> awaiter) {
            for (Eventual<?> runner : runners) {
                if (!runner.done()) {
                    runner.waiters = Waiters.add(runner.waiters, this);
                }
            }
            for (Eventual<?> runner : runners) {
                if (runner.done()) {
                    finished(runner);
                }
            }
            if (winner != null) {
                cancelRest(null);
            }
            if (unfinished > 0) {
                return task.suspendOn(this, awaiter);
            }
            Object outcome = outcome();
            if (outcome instanceof Thrown thrown) {
                Traces.thrownAt(thrown, awaiter);
                throw Sneaky.rethrow(thrown.error);
            }
            return outcome;
        }

        @Override
        public void completed(Eventual<?> runner) {
            boolean open = winner == null;
            finished(runner);
            if (unfinished == 0) {
                task.wake(this, outcome());
            } else if (open && winner != null) {
                cancelRest(null);
            }
        }

        private void finished(Eventual<?> runner) {
            unfinished--;
            if (cancelled != null) {
                if (runner.state == Eventual.FAILED
                        && runner.outcomeFor(null) instanceof Thrown thrown) {
                    cancelled.addSuppressed(thrown.error);
                }
            } else if (winner != null) {
                return;
            } else if (runner.state == Eventual.SUCCEEDED || !failuresLose) {
                winner = runner;
            } else if (runner.outcomeFor(null) instanceof Thrown thrown) {
                failures.add(thrown.error);
            }
        }

        private @Nullable Object outcome() {
            if (cancelled != null) {
                return new Thrown(cancelled);
            }
            return winner != null
                    ? winner.outcomeFor(null)
                    : new Thrown(new ExceptionGroup("nothing succeeded", failures));
        }

        /** Once there is a winner, the task gets what it won with, and its cancel later. */
        @Override
        public boolean cancelWait(Task<?> task) {
            if (winner != null) {
                cancelRest(null);
                return false;
            }
            if (cancelled == null) {
                cancelled = task.cancelledNow();
            }
            cancelRest(cancelled.getMessage());
            return true;
        }

        private void cancelRest(@Nullable String message) {
            if (cancelling) {
                return;
            }
            cancelling = true;
            for (Eventual<?> runner : runners) {
                if (!runner.done()) {
                    Children.cancel(runner, message);
                }
            }
            cancelling = false;
        }

        @Override
        public String toString() {
            return "race of " + runners;
        }
    }
}
