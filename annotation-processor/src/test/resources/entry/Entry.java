package entry;

import static dev.weft.Weft.*;

import dev.weft.*;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Calls a program and awaits what it returns, whatever its shape. */
public final class Entry {

    @Async
    public static Coroutine<Object> start(Callable<?> program) throws Exception {
        Object result = program.call();
        if (result instanceof Coroutine<?> coroutine) result = await(coroutine);
        else if (result instanceof CompletionStage<?> stage) result = await(stage);
        return done(result);
    }

    private Entry() {}
}
