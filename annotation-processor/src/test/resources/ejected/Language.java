import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.weft.Async;
import dev.weft.AsyncFunction;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

interface Language<T extends Comparable<T>> {

    @Async
    Coroutine<T> value(int number);

    @Async
    default Coroutine<T> larger(int one, int other) {
        T first = await(value(one));
        T second = await(value(other));
        return done(first.compareTo(second) < 0 ? second : first);
    }

    @Async
    default CompletableFuture<String> told(int number) {
        return completedFuture(this + ": " + await(value(number)));
    }

    enum Size {
        SMALL,
        LARGE;

        @Async
        Coroutine<String> described(Coroutine<Integer> number) {
            switch (this) {
                case SMALL:
                    int small = await(number);
                    if (small > 10) break;
                    // falls through
                case LARGE:
                    return done(name().toLowerCase());
            }
            return done("neither");
        }
    }

    record Range(int from, int to) {

        @Async
        AsyncGenerator<Integer> numbers() {
            for (int number = from; number < to; number++) {
                Integer sent = emit(number);
                if (sent != null) number = sent;
            }
            return end();
        }

        @Async
        Coroutine<List<Supplier<String>>> texts(AsyncFunction<Integer, String> text)
                throws Exception {
            List<Supplier<String>> texts = new ArrayList<>();
            outer:
            for (int i = from; i < to; i++) {
                for (int j = from; j < i; j++) {
                    int sum = i + j;
                    String found = await(text.apply(sum));
                    if (found.isEmpty()) continue outer;
                    if (sum > to) break outer;
                    texts.add(() -> found + " of " + sum);
                }
            }
            return done(texts);
        }
    }

    static AsyncFunction<String, Integer> lengths(Coroutine<Integer> other) {
        return text -> {
            int length =
                    switch (text) {
                        case "" -> 0;
                        case "other" -> await(other);
                        default -> {
                            int given = await(other);
                            yield given < 0 ? text.length() : given;
                        }
                    };
            return done(length);
        };
    }
}
