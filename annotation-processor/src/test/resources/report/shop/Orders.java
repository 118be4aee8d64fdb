package shop;

import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.timeout;
import static dev.weft.Weft.yieldNow;
import static java.time.Duration.ofSeconds;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.ArrayList;
import java.util.List;

/** Orders, with every kind of suspension point. */
public class Orders {

    private final Stock stock = new Stock();

    Orders() {
        System.out.println("open");
    }

    int plain(int number) {
        int twice = number * 2;
        return twice;
    }

    @Async
    Coroutine<Integer> order(List<String> articles, int amount) {
        int total = 0;
        for (String article : articles) {
            total += await(stock.reserve(article, amount));
        }
        return done(total);
    }

    @Async
    Coroutine<Integer> orderAll() {
        List<String> found = new ArrayList<>();
        try (var limit = timeout(ofSeconds(5))) {
            for (String article : each(stock.articles())) {
                if (article.isEmpty()) break;
                found.add(article);
            }
        }
        return order(found, 1);
    }

    @Async
    Coroutine<String> twice(String text) {
        return done(await(echo(await(echo(text)))) + await(async(() -> {
            await(yieldNow());
            return done("!");
        })));
    }

    @Async
    private Coroutine<String> echo(String text) {
        try {
            await(yieldNow());
            return done(text);
        } finally {
            await(yieldNow());
        }
    }
}
