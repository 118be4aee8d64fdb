import static dev.weft.Weft.async;
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncFunction;
import dev.weft.Coroutine;

/** javac's own errors in async code stand alone. */
class BrokenAsyncLambda {

    @Async
    Coroutine<String> page() {
        return done("");
    }

    Coroutine<Integer> lambda() {
        return async(
                () -> {
                    String text = await(page());
                    // error: cannot find symbol
                    return done(text.missing());
                });
    }

    Coroutine<Integer> unknownTarget() {
        // error: cannot find symbol
        return missing(() -> done(await(page())));
    }

    void unknownVariable() {
        // error: cannot find symbol
        Missing variable = () -> done(await(page()));
    }

    AsyncFunction<String, String> wrongArity =
            // error: incompatible types
            (a, b) -> done(await(page()));

    Coroutine<Integer> wrongResult() {
        AsyncFunction<String, Integer> function =
                name -> {
                    // error: incompatible types
                    return await(page());
                };
        return done(1);
    }
}
