package shop;

import static dev.weft.Weft.*;

import dev.weft.*;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Adds up prices that somebody else knows. */
public class Cart {

    /** Who knows them. */
    public interface Prices {
        @Async
        Coroutine<Integer> of(String what) throws IOException;
    }

    private final Prices prices;

    public Cart(Prices prices) {
        this.prices = prices;
    }

    @Async
    public Coroutine<Integer> total(List<String> goods) throws IOException {
        int total = 0;
        for (String what : goods) {
            await(yieldNow());
            total += await(prices.of(what));
        }
        return done(total);
    }

    @Async
    public CompletableFuture<String> label(CompletableFuture<String> name) throws IOException {
        String known = await(name);
        return CompletableFuture.completedFuture(known + "=" + await(total(List.of(known))));
    }

    @Async
    public AsyncGenerator<String> priced(List<String> goods) throws IOException {
        for (String what : goods) emit(what + " " + await(prices.of(what)));
        return end();
    }
}
