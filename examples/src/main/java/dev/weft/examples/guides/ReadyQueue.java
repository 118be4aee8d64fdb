package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.util.List;

/** Each task runs until it awaits something that is not there yet; then the next one does. */
final class ReadyQueue {
    @Async
    static Coroutine<Void> steps(String name) {
        for (int i = 1; i <= 3; i++) {
            System.out.println(name + i);
            await(yieldNow());
        }
        return done();
    }

    @Async
    public static void main(String[] args) {
        Task<Void> a = createTask(steps("a"));
        Task<Void> b = createTask(steps("b"));
        System.out.println("both are ready, none has run");
        await(gather(List.of(a, b)));
    }

    private ReadyQueue() {}
}
