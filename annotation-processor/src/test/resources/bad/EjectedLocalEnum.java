// options: -Aweft.eject=target/refused
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

class EjectedLocalEnum {

    @Async
    Coroutine<String> method() {
        // error: this source cannot be written as plain Java: an enum or interface in a method has
        enum Place {
            HERE;

            @Async
            Coroutine<String> named() {
                await(yieldNow());
                return done(name());
            }
        }
        return done(await(Place.HERE.named()));
    }
}
