import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.timeout;

import dev.weft.Async;
import dev.weft.AsyncIterable;
import dev.weft.AsyncTimeoutException;
import dev.weft.Coroutine;
import dev.weft.Task;
import dev.weft.TaskGroup;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Loops, scopes and exceptions, as one writes them. */
class Orders {

    interface Shop {
        @Async
        Coroutine<Integer> price(String article) throws IOException;
    }

    private final Shop shop;
    private int failures;

    Orders(Shop shop) {
        this.shop = shop;
    }

    /** Sums up; what has no price is left out. */
    @Async
    Coroutine<Integer> total(Map<String, Integer> order) throws IOException {
        int total = 0;
        for (var entry : order.entrySet()) {
            // the price of one
            int price = await(shop.price(entry.getKey()));
            if (price < 0) continue;

            total += price * entry.getValue();
        }
        return done(total);
    }

    @Async
    Coroutine<List<Integer>> together(List<String> articles) throws IOException {
        var tasks = new ArrayList<Task<Integer>>();
        try (var group = new TaskGroup()) {
            for (var article : articles) tasks.add(group.createTask(shop.price(article)));
        }
        return done(tasks.stream().map(Task::result).toList());
    }

    @Async
    Coroutine<Integer> patient(String article, int attempts) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try (var limit = timeout(Duration.ofSeconds(attempt))) {
                return shop.price(article);
            } catch (AsyncTimeoutException | IOException e) {
                failures++;
                if (attempt == attempts) throw e;
            } finally {
                System.out.println("attempt " + attempt);
            }
        }
    }

    @Async
    Coroutine<String> first(AsyncIterable<String> articles, int most) throws IOException {
        String found = null;
        for (String article : each(articles)) {
            if (await(shop.price(article)) <= most && !article.isBlank()) {
                found = article;
                break;
            }
        }
        return done(found == null ? "none" : found + " for " + await(shop.price(found)));
    }

    @Async
    public static void main(String[] arguments) throws Exception {
        var orders = new Orders(article -> done(article.length()));
        var task = createTask(orders.total(Map.of("tea", 2)));
        System.out.println(await(task));
    }
}
