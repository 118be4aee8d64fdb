import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

abstract class AsyncReturnTypes {

    static class Promised extends CompletableFuture<String> {}

    @Async
    // error: @Async method list() cannot return List<String>: let it return Coroutine, AsyncGenerator, CompletableFuture, CompletionStage or void
    List<String> list() {
        return List.of();
    }

    @Async
    // error: @Async method primitive() cannot return int
    int primitive() {
        return 1;
    }

    @Async
    // error: @Async method subclass() cannot return Promised
    Promised subclass() {
        return new Promised();
    }

    @Async
    // error: @Async method future() cannot return Future<String>
    Future<String> future() {
        return new Promised();
    }

    @Async
    // error: @Async method variable() cannot return T
    <T extends CompletableFuture<String>> T variable() {
        return null;
    }

    @Async
    // error: @Async method array() cannot return Coroutine<String>[]
    Coroutine<String>[] array() {
        return null;
    }

    interface Fetch {
        @Async
        // error: @Async method fetch() cannot return String
        String fetch(String page);
    }

    @Async
    Coroutine<String> coroutine() {
        return null;
    }

    @Async
    CompletionStage<String> stage() {
        return CompletableFuture.completedFuture("");
    }
}
