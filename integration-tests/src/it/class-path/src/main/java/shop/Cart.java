package shop;

import static dev.weft.Weft.*;

import dev.weft.*;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Adds up prices that take a moment to come. */
public class Cart {

    private final List<Integer> prices;

    public Cart(List<Integer> prices) {
        this.prices = prices;
    }

    @Async
    private Coroutine<Integer> price(int index) throws IOException {
        int price = prices.get(index);
        await(yieldNow());
        if (price < 0) throw new IOException("no price for " + index);
        return done(price);
    }

    @Async
    public Coroutine<Integer> total() throws IOException {
        int total = 0;
        for (int i = 0; i < prices.size(); i++) total += await(price(i));
        return done(total);
    }

    @Async
    public CompletableFuture<String> label(CompletableFuture<String> name) throws IOException {
        return CompletableFuture.completedFuture(await(name) + "=" + await(total()));
    }
}
