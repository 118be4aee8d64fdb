package dev.weft;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * An iterable seen through a stage. Where that is one as well, all of the stages run in one
 * iterator: to go through one of its own would cost each of them more than what it does.
 */
final class Piped<T extends @Nullable Object> implements AsyncIterable<T> {
    private final AsyncIterable<?> source;
    private final Stage<?> stage;

    Piped(AsyncIterable<?> source, Stage<?> stage) {
        this.source = source;
        this.stage = stage;
    }

    @Override
    public AsyncIterator<T> iterator() {
        Deque<Stage<?>> stages = new ArrayDeque<>();
        AsyncIterable<?> source = this;
        while (source instanceof Piped<?> piped) {
            stages.addFirst(piped.stage.fresh());
            source = piped.source;
        }
        return new Elementwise<>(source.iterator(), stages);
    }
}
