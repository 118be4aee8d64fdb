package shop;

import static dev.weft.Weft.*;

import dev.weft.*;

class Tax {

    @Async
    Coroutine<Integer> of(int price) {
        await(yieldNow());
        return done(price / 10);
    }
}
