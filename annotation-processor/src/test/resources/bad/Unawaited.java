import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.emit;
import static dev.weft.Weft.end;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.AsyncGenerator;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

class Unawaited {

    @Async
    Coroutine<String> fetch(String page) {
        return done(page);
    }

    @Async
    AsyncGenerator<String> pages() {
        emit("a");
        return end();
    }

    @Async
    CompletableFuture<String> hot() {
        return CompletableFuture.completedFuture("");
    }

    @Async
    Coroutine<Void> statements() {
        // error: nobody awaits this Coroutine, and so it never runs: write await(fetch("a")), or createTask(fetch("a")) to let it run beside [weft:unawaited]
        fetch("a");
        // error: nobody awaits this Coroutine, and so it never runs: write await(sleep(...))
        sleep(Duration.ofMillis(1234567890L).plusMillis(1));
        // error: nobody iterates this AsyncGenerator
        pages();
        // error: nobody iterates this AsyncIterable
        pages().map(String::length);
        for (int i = 0;
                i < 3;
                // error: nobody awaits this Coroutine
                fetch("b")) {
            i++;
        }
        return done();
    }

    void inPlainCode() {
        // error: nobody awaits this Coroutine, and so it never runs: await it in an @Async method, or write run(this.fetch("a"))
        this.fetch("a");
        Runnable runnable =
                // error: nobody awaits this Coroutine, and so it never runs: make it a task, as in createTask(fetch("b"))
                () -> fetch("b");
        // error: nobody awaits the Coroutine that this makes for Consumer
        Consumer<String> reference = this::fetch;
        runnable.run();
        reference.accept("c");
    }

    @Async
    Coroutine<Void> locals() {
        // error: nobody awaits the Coroutine in coroutine, and so it never runs: write await(coroutine), or leave it out
        var coroutine = fetch("a");
        Coroutine<String> assigned;
        assigned = fetch("b");
        // error: nobody iterates the AsyncGenerator
        AsyncGenerator<String> generator = pages();
        var used = fetch("c");
        await(used);
        return done();
    }

    @Async
    Coroutine<String> texts(String text) {
        // error: this makes a text of the Coroutine, not of what it gives: write await(fetch("a"))
        text += "page " + fetch("a");
        return done(text + await(fetch("b")));
    }

    @Async
    @SuppressWarnings("weft:unawaited")
    Coroutine<Void> suppressedOnMethod() {
        fetch("a");
        return done();
    }

    @Async
    Coroutine<Void> suppressedOnVariable() {
        @SuppressWarnings({"unused", "weft"})
        var coroutine = fetch("a");
        @SuppressWarnings("weft:objectWait")
        // error: nobody awaits the Coroutine in other
        var other = fetch("b");
        return done();
    }

    @SuppressWarnings("weft:unawaited")
    class SuppressedOnClass {
        void discards() {
            fetch("a");
        }
    }

    @Async
    @SuppressWarnings({"weft:lostTask", "weft:lostFuture"})
    Coroutine<Void> isRight() {
        hot();
        createTask(fetch("a"));
        List<Coroutine<String>> kept = List.of(fetch("b"));
        for (String page : each(pages())) {
            await(fetch(page));
        }
        var coroutine = kept.get(0);
        Runnable makesATask = () -> createTask(coroutine);
        makesATask.run();
        return done();
    }
}
