package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.AsyncIterable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a Python programmer writes as an async comprehension. */
final class Comprehensions {
    record Item(int page, int number) {}

    @Async
    static AsyncGenerator<List<Item>> fetchPages(int pages) {
        for (int page = 1; page <= pages; page++) {
            await(sleep(Duration.ofMillis(300)));
            int one = page;
            emit(IntStream.rangeClosed(1, 5).mapToObj(number -> new Item(one, number)).toList());
        }
        return end();
    }

    @Async
    static AsyncGenerator<Integer> numbers() {
        for (int number = 1; number <= 3; number++) {
            await(sleep(Duration.ofMillis(100)));
            emit(number);
        }
        return end();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        // [item async for page in fetch_pages(3) for item in page]
        List<Item> items = await(fetchPages(3).flatMap(AsyncIterable::fromIterable).toList());
        System.out.println(items.size() + " items, the last " + items.get(14) + ", " + time);
        // [n async for n in numbers()], {n % 2 async for ...}, {n: n * n async for ... if n > 1}
        List<Integer> list = await(numbers().toList());
        Set<Integer> set = await(numbers().map(n -> n % 2).collect(Collectors.toSet()));
        Map<Integer, Integer> map =
                await(numbers().filter(n -> n > 1).collect(Collectors.toMap(n -> n, n -> n * n)));
        System.out.println(list + " " + set + " " + map + ", " + time);
    }

    private Comprehensions() {}
}
