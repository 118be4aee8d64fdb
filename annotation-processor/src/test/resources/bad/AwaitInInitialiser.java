import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

class AwaitInInitialiser {

    @Async
    static Coroutine<Integer> price() {
        return done(3);
    }

    // error: await stands in an initialiser of AwaitInInitialiser, which cannot be suspended
    static final int CONSTANT = await(price());

    // error: await stands in an initialiser of AwaitInInitialiser
    final int field = await(price());

    static {
        // error: await stands in an initialiser of AwaitInInitialiser
        await(price());
    }

    {
        // error: await stands in an initialiser of AwaitInInitialiser
        await(price());
    }

    AwaitInInitialiser() {
        // error: await stands in a constructor of AwaitInInitialiser, which cannot be suspended
        this(await(price()));
    }

    AwaitInInitialiser(int price) {
        // error: await stands in a constructor of AwaitInInitialiser
        await(price());
    }

    @Async
    Coroutine<Object> anonymous() {
        return done(
                new Object() {
                    // error: await stands in an initialiser of an anonymous class
                    final int field = await(price());
                });
    }

    enum Tier {
        // error: await stands in an initialiser of Tier
        LOW(await(price()));

        Tier(int price) {}
    }

    record Order(int total) {
        Order {
            // error: await stands in a constructor of Order
            total = await(price());
        }
    }
}
