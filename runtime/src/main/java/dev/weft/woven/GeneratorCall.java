package dev.weft.woven;

import dev.weft.Coroutine;
import dev.weft.StopAsyncIteration;
import org.jspecify.annotations.Nullable;

/** One element of a generator that is stepped by hand. */
final class GeneratorCall<T extends @Nullable Object> extends Coroutine<T> {
    private final GeneratorFrame<T> generator;
    private final @Nullable Object sent;
    private final @Nullable Throwable thrown;
    private boolean asked;

    GeneratorCall(GeneratorFrame<T> generator, @Nullable Object sent, @Nullable Throwable thrown) {
        this.generator = generator;
        this.sent = sent;
        this.thrown = thrown;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        Object element = asked ? outcome(received) : ask();
        if (element == END) {
            throw new StopAsyncIteration();
        }
        return element;
    }

    private @Nullable Object ask() {
        asked = true;
        if (generator.isFresh() && sent != null) {
            throw new IllegalStateException(
                    generator + " has not begun: the first thing to send is null");
        }
        if (thrown != null) {
            if (generator.isFresh()) {
                generator.endUnbegun();
                throw Woven.sneaky(generator.leaving(thrown));
            }
            if (generator.isFinished()) {
                throw Woven.sneaky(thrown);
            }
        }
        generator.leftOpenBy(this);
        return generator.resume(this, sent, thrown);
    }
}
