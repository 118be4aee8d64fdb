package entry;

import static dev.weft.Weft.*;

import dev.weft.*;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Calls a program and awaits what it returns, whatever its shape. */
public final class Entry {

    @Async
    public static Coroutine<Object> start(Callable<?> program) throws Exception {
        Object result = program.call();
        if (result instanceof AsyncGenerator<?> generator) result = await(elements(generator));
        else if (result instanceof Coroutine<?> coroutine) result = await(coroutine);
        else if (result instanceof CompletionStage<?> stage) result = await(stage);
        return done(result);
    }

    @Async
    private static Coroutine<Object> elements(AsyncGenerator<?> generator) {
        List<Object> all = new ArrayList<>();
        try {
            while (true) all.add(await(generator.next()));
        } catch (StopAsyncIteration end) {
            return done(all);
        }
    }

    private Entry() {}
}
