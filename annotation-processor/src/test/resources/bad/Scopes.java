// options: -Aweft.jumpOutOfGroup=warn -Aweft.awaitInFinally=warn
import static dev.weft.Weft.await;
import static dev.weft.Weft.done;
import static dev.weft.Weft.moveOnAfter;
import static dev.weft.Weft.shielded;
import static dev.weft.Weft.timeout;
import static dev.weft.Weft.yieldNow;

import dev.weft.Async;
import dev.weft.AsyncCloseable;
import dev.weft.AsyncLock;
import dev.weft.Coroutine;
import dev.weft.Permit;
import dev.weft.TaskGroup;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

class Scopes {

    private final ReentrantLock lock = new ReentrantLock();
    private int count;

    static class Connection implements AsyncCloseable {
        @Override
        public Coroutine<Void> closeAsync() {
            return done();
        }

        @Async
        Coroutine<Void> send() {
            return done();
        }
    }

    @Async
    Coroutine<Connection> connect() {
        return done(new Connection());
    }

    @Async
    Coroutine<Void> empty() {
        // warning: nothing is awaited in the block of this Timeout, so that it does nothing: it acts on awaits only, and cannot interrupt code that runs [weft:emptyScope]
        try (var limit = timeout(Duration.ofSeconds(1))) {
            count++;
        }
        // warning: nothing is awaited in the block of this Shielded
        try (var shield = shielded()) {
            count++;
        }
        // warning: nothing is made a task of this group, so that it has nothing to wait for
        try (var group = new TaskGroup()) {
            await(yieldNow());
        }
        try (var limit = moveOnAfter(Duration.ofSeconds(1));
                var group = new TaskGroup()) {
            group.createTask(connect());
        }
        return done();
    }

    @Async
    Coroutine<Void> short1() {
        try (var group = new TaskGroup()) {
            try (var connection = await(connect())) {
                // warning: connection is closed before group has waited for the task that uses it: open it before the group, or in the task [weft:shortResource]
                group.createTask(connection.send());
            }
        }
        try (var group = new TaskGroup();
                var connection = await(connect())) {
            // warning: connection is closed before group
            group.createTask(connection.send());
        }
        try (var connection = await(connect());
                var group = new TaskGroup()) {
            group.createTask(connection.send());
        }
        return done();
    }

    @Async
    Coroutine<Void> unclosed(AsyncLock tasks) {
        // warning: nothing closes connection, which is Connection: open it in the head of a try, as in try (var connection = ...) [weft:unclosed]
        var connection = await(connect());
        await(connection.send());
        // warning: nothing closes group, which is TaskGroup
        var group = new TaskGroup();
        group.createTask(connect());
        // warning: nothing closes permit, which is Permit
        Permit permit = await(tasks.acquire());
        var closed = await(connect());
        await(closed.closeAsync());
        var passed = await(connect());
        keep(passed);
        var resource = new Connection();
        try (resource) {
            await(resource.send());
        }
        return done();
    }

    private void keep(Connection connection) {}

    @Async
    Coroutine<Void> locks() {
        lock.lock();
        try {
            // error: await(yieldNow()) may suspend while lock is held, which belongs to a thread and not to a task: release it before, or use an AsyncLock [weft:lockAcrossAwait]
            await(yieldNow());
        } finally {
            lock.unlock();
        }
        await(yieldNow());
        if (lock.tryLock()) {
            // error: may suspend while lock is held
            await(yieldNow());
            lock.unlock();
            await(yieldNow());
        }
        lock.lock();
        count++;
        lock.unlock();
        await(yieldNow());
        return done();
    }

    @Async
    Coroutine<Integer> races(AsyncLock tasks, Coroutine<Integer> one, Coroutine<Integer> two) {
        // warning: this reads count before an await and writes it behind that, and loses what other tasks wrote meanwhile: await first and then read, or hold an AsyncLock [weft:fieldRace]
        count += await(one);
        // warning: this reads count before an await
        this.count = this.count + await(two);
        count = await(two) + count;
        int local = 0;
        local += await(two);
        try (var permit = await(tasks.acquire())) {
            count += await(two);
        }
        return done(local);
    }

    @Async
    Coroutine<Void> jumps() {
        for (int i = 0; i < 3; i++) {
            try (var group = new TaskGroup()) {
                group.createTask(connect());
                for (int j = 0; j < 3; j++) {
                    break;
                }
                if (i == 1) {
                    // warning: this leaves the block of a task group, which waits for all its tasks first: say so with join(), or cancel() them before [weft:jumpOutOfGroup]
                    break;
                }
                if (i == 2) {
                    // warning: this leaves the block of a task group
                    return done();
                }
            }
        }
        return done();
    }

    @Async
    Coroutine<Void> cleansUp() {
        try {
            await(yieldNow());
        } finally {
            // warning: a cancel that comes now cuts await(yieldNow()) short, and the rest of the clean-up: put it into try (var shield = shielded()) { ... } [weft:awaitInFinally]
            await(yieldNow());
            try (var shield = shielded()) {
                await(yieldNow());
            }
        }
        return done();
    }
}
