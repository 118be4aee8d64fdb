// options: -Aweft.eject=target/refused
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncSupplier;
import dev.weft.Coroutine;

class EjectedThis {

    AsyncSupplier<String> supplier() {
        return new AsyncSupplier<>() {
            @Async
            @Override
            public Coroutine<String> get() {
                await(yieldNow());
                // error: this source cannot be written as plain Java: this means an anonymous class
                return done("" + this);
            }
        };
    }
}
