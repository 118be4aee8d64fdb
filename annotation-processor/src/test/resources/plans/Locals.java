import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;
import java.util.Map;

class Locals {

    int field;

    @Async
    static Coroutine<Void> nothing() {
        await(yieldNow());
        return done();
    }

    @Async
    Coroutine<Long> some(long changed, String same, byte small, List<? extends Number> unused) {
        Map<String, List<int[]>> table = Map.of();
        String dead = same + table;
        changed += dead.length();
        await(yieldNow());
        double sum = changed * 0.5;
        await(yieldNow());
        return done((long) (sum + same.length() + small));
    }

    @Async
    Coroutine<String> operands(int[] a, String text) {
        a[1] += await(done(2)) + field;
        return done(String.format("%s %s", text, await(done(3))));
    }

    @Async
    <T extends Comparable<T>> Coroutine<T> generic(T left, T right) {
        T larger = left.compareTo(right) > 0 ? left : right;
        await(yieldNow());
        return done(larger);
    }
}
