package shop;

import static dev.weft.Weft.*;

import dev.weft.*;

class Tax {

    @Async
    Coroutine<Integer> of(int price) {
        String text = "" + price;
        await(yieldNow());
        return done(Integer.parseInt(text) / 2);
    }
}
