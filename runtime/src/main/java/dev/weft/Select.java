package dev.weft;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits for the first of several to happen; the others have not happened. */
final class Select<R extends @Nullable Object> extends BuiltIn<R> implements Waiting {
    private final List<SelectClause<? extends R>> clauses;

    /** The one that has happened. */
    private @Nullable SelectClause<? extends R> decided;

    private boolean begun;

    /** What it led to is being handled: what comes next is the select's result. */
    private boolean handling;

    Select(List<SelectClause<? extends R>> clauses) {
        this.clauses = clauses;
        if (clauses.isEmpty()) {
            throw new IllegalArgumentException("select needs something to wait for");
        }
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) throws Exception {
        if (handling) {
            return outcome(received);
        }
        Coroutine<? extends R> handled;
        Object value;
        try {
            value = begun ? outcome(received) : begin();
            if (value == SUSPENDED) {
                return value;
            }
            handled = null;
        } catch (Throwable failure) {
            if (decided == null) {
                throw failure;
            }
            value = null;
            handled = decided.failed(failure);
        }
        handling = true;
        return (handled == null ? decided().happened(value) : handled).awaitFrom(this);
    }

    private SelectClause<? extends R> decided() {
        assert decided != null;
        return decided;
    }

    private @Nullable Object begin() {
        begun = true;
        Object now = attemptInOrder();
        if (now != Alternative.WAIT) {
            return now;
        }
        decided = null;
        try {
            for (SelectClause<? extends R> clause : clauses) {
                clause.alternative.enlist(this);
            }
        } catch (Throwable failure) {
            withdrawAll();
            throw failure;
        }
        return task().suspendOn(this, this);
    }

    private @Nullable Object attemptInOrder() {
        int next = 0;
        try {
            Object now = Alternative.WAIT;
            while (now == Alternative.WAIT && next < clauses.size()) {
                decided = clauses.get(next++);
                now = decided.alternative.attempt(task(), this);
            }
            return now;
        } finally {
            while (next < clauses.size()) {
                clauses.get(next++).alternative.skip();
            }
        }
    }

    /** Told by an alternative that it has happened, with a value or a {@link Thrown}. */
    void decide(Alternative alternative, @Nullable Object received) {
        for (SelectClause<? extends R> clause : clauses) {
            if (clause.alternative == alternative) {
                decided = clause;
            }
        }
        withdrawAll();
        task().wake(this, received);
    }

    private void withdrawAll() {
        for (SelectClause<? extends R> clause : clauses) {
            clause.alternative.withdraw();
        }
    }

    @Override
    public boolean cancelWait(Task<?> task) {
        withdrawAll();
        task.wake(this, new Thrown(task.cancelledNow()));
        return true;
    }

    @Override
    public String toString() {
        return "select of " + clauses;
    }
}
