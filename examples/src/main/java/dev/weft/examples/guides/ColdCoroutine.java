package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;

/** Calling an async method makes a coroutine and runs nothing of it. */
final class ColdCoroutine {
    @Async
    static Coroutine<String> sayHello() {
        System.out.println("Inside the coroutine");
        return done("Hello");
    }

    @Async
    public static void main(String[] args) {
        Coroutine<String> hello = sayHello();
        System.out.println("Nothing has run yet");
        System.out.println(await(hello));
    }

    private ColdCoroutine() {}
}
