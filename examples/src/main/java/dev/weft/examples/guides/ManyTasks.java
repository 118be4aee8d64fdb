package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.sleep;

import dev.weft.Async;
import dev.weft.Coroutine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A hundred thousand tasks that wait at the same time, on one thread. */
final class ManyTasks {
    private static final int TASKS = 100_000;

    private int waiting;
    private int most;

    @Async
    Coroutine<Void> waitForAnswer() {
        most = Math.max(most, ++waiting);
        await(sleep(Duration.ofSeconds(1)));
        waiting--;
        return done();
    }

    @Async
    public static void main(String[] args) {
        Stopwatch time = new Stopwatch();
        ManyTasks program = new ManyTasks();
        List<Coroutine<Void>> requests = new ArrayList<>();
        for (int i = 0; i < TASKS; i++) {
            requests.add(program.waitForAnswer());
        }
        await(gather(requests));
        System.out.println(program.most + " waited at the same time, done after " + time);
    }
}
