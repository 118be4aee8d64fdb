package shop;

import static dev.weft.Weft.*;

import dev.weft.*;

public class Cart {

    @Async
    public Coroutine<Integer> total() {
        await(yieldNow());
        return done(1);
    }
}
