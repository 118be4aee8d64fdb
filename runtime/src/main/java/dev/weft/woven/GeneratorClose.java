package dev.weft.woven;

import dev.weft.Coroutine;
import dev.weft.GeneratorExit;
import org.jspecify.annotations.Nullable;

/** Closes a generator. */
final class GeneratorClose extends Coroutine<@Nullable Void> {
    private final GeneratorFrame<?> generator;
    private boolean asked;

    GeneratorClose(GeneratorFrame<?> generator) {
        this.generator = generator;
    }

    @Override
    protected @Nullable Object step(@Nullable Object received) {
        try {
            Object result = asked ? outcome(received) : ask();
            return result == SUSPENDED ? SUSPENDED : null;
        } catch (GeneratorExit closed) {
            return null;
        }
    }

    private @Nullable Object ask() {
        asked = true;
        if (generator.isFinished()) {
            return null;
        }
        if (generator.isFresh()) {
            generator.endUnbegun();
            return null;
        }
        return generator.closeFrom(this);
    }
}
