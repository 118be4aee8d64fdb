import static dev.weft.Weft.*;

import dev.weft.*;
import java.util.*;
import java.util.concurrent.*;

/** A kitchen in which everything is done as it would be with threads. */
// prints: salt, water boils, eggs boil, toast, tea for 2, served, closed
class Kitchen {

    private final List<String> said = new ArrayList<>();
    private final AsyncEvent    ready = new AsyncEvent();   // the table is laid

    @Async
    Coroutine<Void> boil(String what,int millis) {
        try {
            Thread.sleep( millis );   // blocks everybody
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        said.add(what + (what.endsWith("s") ? " boil" : " boils"));
        return done();
    }

    @Async
    CompletableFuture<Integer> count() {
        try {
            TimeUnit.MILLISECONDS
                    .sleep(1);
        } catch (InterruptedException interrupted) {
            return CompletableFuture.completedFuture(0);
        }
        return CompletableFuture.completedFuture(2);
    }

    @Async
    Coroutine<Void> salt() {
        said.add("salt");
        return done();
    }

    @Async
    Coroutine<Void> cook() throws InterruptedException, ExecutionException {
        salt();
        try (var group = new TaskGroup()) {
            createTask( boil("water", 10) ,
                    "water" );
            group.createTask(boil("eggs", 20));
        }
        try {
            await(burn());
        } catch (Throwable burnt) {
            said.add("toast");
        }
        int guests = count()
                // two of them
                .get();
        said.add("tea for " + guests);
        ready.notifyAll();
        return done();
    }

    @Async
    Coroutine<Void> burn() {
        throw new IllegalStateException("burnt");
    }

    @Async
    Coroutine<Void> serve() throws InterruptedException {
        ready.wait();
        said.add("served");
        var closed = close();
        return done();
    }

    @Async
    Coroutine<Void> close() {
        said.add("closed");
        return done();
    }

    @Async
    Coroutine<String> open() throws InterruptedException {
        try (var group = new TaskGroup()) {
            group.createTask(run(both(group)));
        }
        return done(String.join(", ", said));
    }

    @Async
    Coroutine<Coroutine<Void>> both(TaskGroup group) throws InterruptedException {
        group.createTask(
                async(
                        () -> {
                            return cook();
                        }));
        return done(serve());
    }

    @Async
    public static void main(String[] args) throws InterruptedException {
        System.out.println(await(new Kitchen().open()));
    }
}
