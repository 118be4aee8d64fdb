// options: -Aweft.eject=target/refused
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;

/** What is refused of one body does not hide what is refused of others. */
class EjectedAnonymous {

    @Async
    Coroutine<Integer> field() {
        var counter = new Object() {
            int count;
        };
        await(yieldNow());
        // error: this source cannot be written as plain Java: the type of counter cannot be written
        return done(counter.count);
    }

    @Async
    Coroutine<Integer> method() {
        var counter = new Object() {
            int next() {
                return 1;
            }
        };
        await(yieldNow());
        // error: this source cannot be written as plain Java: the type of counter cannot be written
        return done(counter.next());
    }

    @Async
    Coroutine<String> whatItsClassHasNotDeclaredIsKept() {
        var text = new Object() {
            @Override
            public String toString() {
                return "text";
            }
        };
        await(yieldNow());
        return done(text.toString());
    }
}
