package dev.weft.examples.guides;

import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Weft;

/** A task needs a loop that runs in its thread. */
final class NoRunningLoop {
    @Async
    static Coroutine<String> work() {
        return done("worked");
    }

    public static void main(String[] args) {
        try {
            System.out.println(createTask(work()));
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.out.println(Weft.run(work()));
    }

    private NoRunningLoop() {}
}
