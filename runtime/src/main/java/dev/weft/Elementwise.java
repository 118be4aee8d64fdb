package dev.weft;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** An iterator that takes each element of another through stages. */
final class Elementwise<T extends @Nullable Object> extends Pull<T> {
    private static final int SOURCE = 1;

    /** And above: waits for the answer to the first stage, the second and so on. */
    private static final int ANSWER = 2;

    private final AsyncIterator<?> source;
    private final Stage<@Nullable Object>[] stages;

    /** Those of the stages that may have enough. */
    private final Stage.Take<?>[] takes;

    /** What came to the stage whose answer is waited for. */
    private @Nullable Object asked;

    @SuppressWarnings("unchecked")
    Elementwise(AsyncIterator<?> source, Collection<? extends Stage<?>> stages) {
        this.source = source;
        this.stages = stages.toArray(Stage[]::new);
        takes = stages.stream().filter(Stage.Take.class::isInstance).toArray(Stage.Take[]::new);
    }

    @Override
    @Nullable Object advance(@Nullable Object received) throws Exception {
        Object element = at == 0 ? Stage.SKIP : resumed(received);
        while (element == Stage.SKIP) {
            element = hasEnough() ? STOP : arrived(source.nextFrom(this));
        }
        return element;
    }

    private @Nullable Object resumed(@Nullable Object received) throws Exception {
        if (at == SOURCE) {
            return arrived(outcome(received));
        }
        int stage = at - ANSWER;
        Object element = asked;
        asked = null;
        return through(stage + 1, stages[stage].answered(element, outcome(received)));
    }

    private @Nullable Object arrived(@Nullable Object element) throws Exception {
        if (element == SUSPENDED || element == END) {
            at = SOURCE;
            return element;
        }
        return through(0, element);
    }

    private @Nullable Object through(int first, @Nullable Object arriving) throws Exception {
        Stage<@Nullable Object>[] stages = this.stages;
        Object element = arriving;
        for (int i = first; i < stages.length && element != Stage.SKIP && element != STOP; i++) {
            Object given = stages[i].pass(element, this);
            if (given == SUSPENDED) {
                asked = element;
                at = ANSWER + i;
                return SUSPENDED;
            }
            element = given;
        }
        return element;
    }

    private boolean hasEnough() {
        for (Stage.Take<?> take : takes) {
            if (take.left == 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    AsyncCloseable held() {
        return source;
    }

    @Override
    public String toString() {
        return stages[stages.length - 1] + " iterator";
    }
}
