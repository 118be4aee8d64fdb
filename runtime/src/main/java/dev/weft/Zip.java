package dev.weft;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** An iterator over what is made of an element of each of two others, as long as both have one. */
final class Zip<A extends @Nullable Object, B extends @Nullable Object, R extends @Nullable Object>
        extends Pull<R> {
    private static final int LEFT = 1;
    private static final int RIGHT = 2;

    private final AsyncIterator<? extends A> left;
    private final AsyncIterator<? extends B> right;
    private final BiFunction<? super A, ? super B, ? extends R> combine;

    /** While the right one's is waited for. */
    private @Nullable Object leftElement;

    Zip(
            AsyncIterator<? extends A> left,
            AsyncIterator<? extends B> right,
            BiFunction<? super A, ? super B, ? extends R> combine) {
        this.left = left;
        this.right = right;
        this.combine = combine;
    }

    @Override
    @SuppressWarnings("unchecked")
    @Nullable Object advance(@Nullable Object received) {
        int from = at;
        Object a = leftElement;
        leftElement = null;
        if (from != RIGHT) {
            a = from == LEFT ? outcome(received) : left.nextFrom(this);
            if (a == SUSPENDED || a == END) {
                at = LEFT;
                return a == END ? STOP : a;
            }
        }
        Object b = from == RIGHT ? outcome(received) : right.nextFrom(this);
        if (b == SUSPENDED) {
            leftElement = a;
            at = RIGHT;
            return SUSPENDED;
        }
        return b == END ? STOP : combine.apply((A) a, (B) b);
    }

    @Override
    AsyncCloseable held() {
        return CloseAll.of(left, right);
    }
}
