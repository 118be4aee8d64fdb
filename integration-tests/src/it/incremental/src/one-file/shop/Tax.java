package shop;

import static dev.weft.Weft.*;

import dev.weft.*;

class Tax {

    @Async
    Coroutine<Integer> of(int price) {
        int tax = 0;
        for (int i = 0; i < 2; i++) {
            await(yieldNow());
            tax += await(async(() -> done(price / 10)));
        }
        return done(tax);
    }
}
