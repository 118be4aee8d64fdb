package dev.weft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs several beside each other and waits for all of them. */
final class Gather<R extends @Nullable Object> extends Leaf<R> {
    private final List<Awaitable<?>> inputs;
    private final boolean outcomes;
    private final Function<List<@Nullable Object>, R> shape;

    /**
     * Makes one.
     *
     * @param outcomes whether a failure is an outcome as any other, or ends the wait
     * @param shape makes the result of the children's, in the order of the inputs
     */
    Gather(
            Collection<? extends Awaitable<?>> inputs,
            boolean outcomes,
            Function<List<@Nullable Object>, R> shape) {
        this.inputs = List.copyOf(inputs);
        this.outcomes = outcomes;
        this.shape = shape;
    }

    @Override
    @Nullable Object begin(Task<?> task, Coroutine<?> awaiter) {
        Map<Awaitable<?>, Eventual<?>> distinct = new IdentityHashMap<>();
        List<Eventual<?>> children = new ArrayList<>(inputs.size());
        List<Eventual<?>> toWaitFor = new ArrayList<>(inputs.size());
        for (Awaitable<?> input : inputs) {
            Eventual<?> child = distinct.get(input);
            if (child == null) {
                child = Children.of(input, task, awaiter);
                distinct.put(input, child);
                toWaitFor.add(child);
            }
            children.add(child);
        }
        return new GatherWait<>(task, toWaitFor, outcomes, () -> result(children)).begin(awaiter);
    }

    private R result(List<Eventual<?>> children) {
        List<@Nullable Object> results = new ArrayList<>(children.size());
        for (Eventual<?> child : children) {
            Object outcome = child.outcomeFor(null);
            if (!outcomes) {
                results.add(outcome);
            } else if (outcome instanceof Thrown thrown) {
                results.add(new Failure<>(thrown.error));
            } else {
                results.add(new Success<>(outcome));
            }
        }
        return shape.apply(results);
    }
}
