import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncFunction;
import dev.weft.Coroutine;
import java.io.Serializable;
import java.util.concurrent.CompletableFuture;

/** Every place where an await may stand. */
class Contracts {

    interface Fetch<T> {
        @Async
        Coroutine<T> fetch(String page) throws Exception;
    }

    interface NamedFetch extends Fetch<String> {
        String NAME = "fetch";
    }

    interface Redeclared extends NamedFetch {
        @Override
        Coroutine<String> fetch(String page);
    }

    @FunctionalInterface
    interface Start {
        @Async
        void start();
    }

    @Async
    Coroutine<String> page(String name) {
        return done(name);
    }

    Fetch<String> lambda = name -> done(await(page(name)));
    NamedFetch inherited = name -> done(await(page(name)));
    Redeclared redeclared = name -> done(await(page(name)));
    Fetch<String> reference = this::page;
    Fetch<String> intersection =
            (Fetch<String> & Serializable) name -> done(await(page(name)));
    Start entryPoint = () -> await(page(""));
    AsyncFunction<String, String> function = name -> done(await(page(name)));

    @Async
    CompletableFuture<Integer> hot() {
        interface Local {
            @Async
            Coroutine<Integer> count(String text);
        }
        Local local = text -> done(await(page(text)).length());
        return CompletableFuture.completedFuture(await(local.count("three")));
    }

    @Async
    Coroutine<String> nested() throws Exception {
        AsyncFunction<String, String> outer =
                name -> {
                    AsyncFunction<String, String> inner = other -> done(await(page(other)));
                    return done(await(inner.apply(name)));
                };
        Object anonymous =
                new Object() {
                    @Async
                    Coroutine<String> twice(String name) {
                        return done(await(page(name)) + await(page(name)));
                    }
                };
        return done(await(outer.apply(anonymous.toString())) + await(async(() -> page("x"))));
    }

    static final class Gate {
        static int await(int notWefts) {
            return notWefts;
        }

        int plain() {
            return await(3);
        }
    }
}
