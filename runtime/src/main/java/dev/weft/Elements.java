package dev.weft;

import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** An iterator over elements that are there already. */
final class Elements<T extends @Nullable Object> implements AsyncIterator<T> {
    private Iterator<? extends T> elements;

    Elements(Iterator<? extends T> elements) {
        this.elements = elements;
    }

    @Override
    public Coroutine<T> next() {
        return new NextByHand<>(this);
    }

    @Override
    public @Nullable Object nextFrom(Coroutine<?> awaiter) {
        return elements.hasNext() ? elements.next() : Coroutine.END;
    }

    @Override
    public Coroutine<@Nullable Void> closeAsync() {
        elements = Collections.emptyIterator();
        return Weft.done();
    }
}
