package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncIterable;
import dev.weft.AsyncIterator;
import dev.weft.Coroutine;
import dev.weft.StopAsyncIteration;
import java.time.Duration;

/** An iterator of one's own, which a loop may begin again. */
final class NumberSource implements AsyncIterable<Integer> {
    private final int count;

    NumberSource(int count) {
        this.count = count;
    }

    @Override
    public AsyncIterator<Integer> iterator() {
        return new AsyncIterator<>() {
            private int last;

            @Override
            @Async
            public Coroutine<Integer> next() {
                if (last == count) {
                    throw new StopAsyncIteration();
                }
                await(sleep(Duration.ofMillis(100)));
                return done(++last);
            }
        };
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        NumberSource numbers = new NumberSource(3);
        for (int number : each(numbers)) {
            System.out.println(number + " after " + time);
        }
        for (int number : each(numbers)) {
            System.out.println("again " + number + " after " + time);
        }
    }
}
