package dev.weft.explore;

/**
 * A primitive and what has to come of its operations, written as naively as can be: whatever waits
 * is tried again in the order in which it came, until nothing can be done any more.
 */
public abstract class Model {
    protected World world;

    /** The operation that a step names. */
    protected abstract Op op(String verb, String argument);

    /** Compares the primitive's state with the model's. */
    protected abstract void compare();

    /** A task ends. */
    protected void ended(Walker walker) {}

    /** Looks at what is left when all tasks are done and have given back what they held. */
    protected void finished() {}

    /** How many requests wait in one of these operations of this model. */
    protected int waiting(Class<? extends Op> type) {
        return (int) world.waiting.stream().filter(r -> r.alternative(this, type) != null).count();
    }

    protected void same(String what, Object real, Object model) {
        if (!real.equals(model)) {
            throw new AssertionError(what + " is " + real + " and has to be " + model);
        }
    }
}
