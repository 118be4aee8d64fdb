package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;

/** The first coroutine: waits a second and greets. */
final class Greeting {
    @Async
    static Coroutine<String> greet(String name) {
        await(sleep(Duration.ofSeconds(1)));
        return done("Hello, " + name + "!");
    }

    @Async
    public static void main(String[] args) {
        System.out.println(await(greet("Alice")));
    }

    private Greeting() {}
}
