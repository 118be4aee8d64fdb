package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;

public class Stock {

    @Async
    public Coroutine<Integer> reserve(String article, int amount) {
        await(yieldNow());
        return done(article.length() + amount);
    }

    @Async
    public AsyncGenerator<String> articles() {
        emit("lamp");
        emit("desk");
        return end();
    }
}
