import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import dev.weft.Coroutine;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** Generators, loops over each, and resources, wherever they may stand. */
class Language {

    interface Source<T> {
        @Async
        AsyncGenerator<T> open(T first);
    }

    static class Connection implements AsyncCloseable {
        private boolean closed;

        @Override
        @Async
        public Coroutine<Void> closeAsync() {
            await(yieldNow());
            closed = true;
            return done();
        }
    }

    @Async
    AsyncGenerator<Integer> count(int to) {
        for (int i = 0; i < to; i++) {
            Integer sent = emit(i);
            if (sent != null) {
                emit(sent);
            }
        }
        return end();
    }

    @Async
    static <T> AsyncGenerator<List<? extends T>> pairs(AsyncIterable<? extends T> source) {
        T last = null;
        for (T one : each(source)) {
            emit(last == null ? List.of(one) : List.of(last, one));
            last = one;
        }
        return end();
    }

    @Async
    Coroutine<Integer> sum(Flow.Publisher<Integer> published) {
        int sum = 0;
        outer:
        for (int one : each(published)) {
            for (var other : (each(count(one)))) {
                if (other > 3) {
                    continue outer;
                }
                sum += other;
            }
        }
        return done(sum);
    }

    @Async
    Coroutine<Boolean> resources() {
        var kept = new Connection();
        try (kept;
                var other = new Connection()) {
            await(yieldNow());
        }
        Supplier<Coroutine<Void>> close = kept::closeAsync;
        await(close.get());
        var generator = count(3);
        generator.close();
        return done(kept.closed);
    }

    Source<Number> lambda =
            first -> {
                try (var connection = new Connection()) {
                    emit(first);
                    emit(1);
                }
                return end();
            };

    Source<Integer> reference = this::count;
    Source<Integer> empty = first -> end();

    Coroutine<Void> asyncLambda() {
        return async(
                () -> {
                    for (var number : each(lambda.open(2))) {
                        System.out.println(number);
                    }
                    return done();
                });
    }
}
