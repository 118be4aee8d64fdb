import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.EventLoop;
import dev.weft.ExceptionGroup;
import dev.weft.Task;
import dev.weft.TaskGroup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class Tasks {

    @Async
    Coroutine<Void> work() {
        return done();
    }

    @Async
    CompletableFuture<Void> hot() {
        return CompletableFuture.completedFuture(null);
    }

    @Async
    Coroutine<Void> loses() {
        // warning: nobody keeps this task, so that nobody awaits or cancels it, or sees it fail: keep it and await it, or make it in a TaskGroup, as in group.createTask(...) [weft:lostTask]
        createTask(work());
        // warning: nobody keeps this task
        EventLoop.running().createTask(work());
        // warning: nobody keeps this task
        Task<Void> unused = createTask(work(), "name");
        try (var children = new TaskGroup()) {
            children.createTask(work());
            // warning: nobody keeps this task, and the group around it knows nothing of it: write children.createTask(...)
            createTask(work());
        }
        // warning: nobody keeps the future of hot(), so that nobody sees it fail: write await(hot()), or keep it [weft:lostFuture]
        hot();
        return done();
    }

    @Async
    Coroutine<Void> handles() {
        try {
            await(work());
        } catch (ExceptionGroup group) {
            // warning: the exceptions of other types are lost: end with orThrow(), or ask rest() for them [weft:lostGroupRest]
            group.handle(IOException.class, System.out::println);
        }
        return done();
    }

    @Async
    Coroutine<Void> isRight() {
        List<Task<Void>> kept = new ArrayList<>();
        kept.add(createTask(work()));
        Task<Void> task = createTask(work());
        await(task);
        Runnable callback = () -> createTask(work());
        callback.run();
        try {
            await(hot());
        } catch (ExceptionGroup group) {
            group.handle(IOException.class, System.out::println).orThrow();
        }
        return done();
    }

    void plain() {
        hot();
    }
}
