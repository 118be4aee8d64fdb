package shop;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;

/** Has a method without a body, to which nothing can lead. */
interface Delivery {

    @Async
    Coroutine<Void> bring(String what);

    @Async
    default Coroutine<Void> bringAll(List<String> all) {
        for (String what : all) await(bring(what));
        return done();
    }
}
