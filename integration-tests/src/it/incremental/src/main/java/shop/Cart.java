package shop;

import static dev.weft.Weft.*;

import dev.weft.*;

class Cart {

    @Async
    Coroutine<Integer> total(int price) throws Exception {
        var tax = new Tax();
        AsyncFunction<Integer, Integer> gross = net -> done(net + await(tax.of(net)));
        await(yieldNow());
        return done(await(gross.apply(price)));
    }
}
