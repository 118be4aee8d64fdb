import static dev.weft.Weft.await;
import static dev.weft.Weft.done;

import dev.weft.Async;
import dev.weft.AsyncBarrier;
import dev.weft.AsyncCondition;
import dev.weft.AsyncEvent;
import dev.weft.AsyncLock;
import dev.weft.Coroutine;
import dev.weft.Task;

class ObjectWait {

    private final AsyncEvent event = new AsyncEvent();
    private final AsyncCondition condition = new AsyncCondition();
    private final AsyncBarrier barrier = new AsyncBarrier(2);

    @Async
    Coroutine<Void> waits(Task<?> task) throws InterruptedException {
        // error: wait() is what Object has for monitors, and blocks the thread; AsyncEvent knows nothing of it: write await(event.await()) [weft:objectWait]
        event.wait();
        // error: AsyncCondition knows nothing of it: write await(this.condition.await())
        this.condition.wait(100);
        // error: write await(barrier.await())
        barrier.wait();
        // error: write await(task)
        task.wait();
        return done();
    }

    void notifies(AsyncLock lock) {
        // error: write condition.signal()
        condition.notify();
        // error: write condition.signalAll()
        condition.notifyAll();
        // error: write event.set()
        event.notifyAll();
        // error: use an AsyncEvent or an AsyncCondition
        lock.notify();
        // error: write condition.signalAll()
        Runnable reference = condition::notifyAll;
        reference.run();
    }

    @Async
    Coroutine<Void> isRight() {
        await(event.await());
        return done();
    }

    synchronized void monitor() throws InterruptedException {
        wait();
        Object other = new Object();
        other.notifyAll();
    }
}
