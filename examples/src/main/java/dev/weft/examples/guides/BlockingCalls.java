package dev.weft.examples.guides;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.toThread;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;

/** What blocks keeps everything else waiting, unless it does so in a thread. */
final class BlockingCalls {
    private int ticks;

    /** Counts how often the loop came round. */
    @Async
    Coroutine<Void> tick() {
        for (; ; ) {
            ticks++;
            await(yieldNow());
        }
    }

    static String blockingCall() throws InterruptedException {
        Thread.sleep(50);
        return "Slept for 50 ms";
    }

    @Async
    Coroutine<Void> compare() throws InterruptedException {
        Task<Void> ticker = createTask(tick());
        @SuppressWarnings("weft:blocking") // the compiler tells of it: this is what it prevents
        String blocked = blockingCall();
        System.out.println(blocked + " in the loop; ticks meanwhile: " + ticks);
        String threaded = await(toThread(BlockingCalls::blockingCall), InterruptedException.class);
        System.out.println(threaded + " in a thread; many ticks meanwhile: " + (ticks > 10));
        ticker.cancel();
        return done();
    }

    @Async
    public static void main(String[] args) throws InterruptedException {
        await(new BlockingCalls().compare());
    }
}
