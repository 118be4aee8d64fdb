package expected;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Probe.*;
import static java.time.Duration.*;

import dev.weft.*;
import java.io.IOException;
import java.util.*;

/** Task groups, time limits and cancelling, around and inside of generators and resources. */
public class Structured {

    /** Takes a millisecond to close, and says if that is interrupted. */
    record Gate(String name) implements AsyncCloseable {
        @Override
        @Async
        public Coroutine<Void> closeAsync() {
            log("closes " + name);
            try {
                await(sleep(ofMillis(1)));
            } catch (CancelledError cancelled) {
                log("close interrupted " + name);
                throw cancelled;
            }
            log("closed " + name);
            return done();
        }
    }

    @Async
    private static AsyncGenerator<Integer> ticks(String name) {
        try (var gate = new Gate(name)) {
            for (int i = 0; ; i++) {
                emit(i);
                await(sleep(ofMillis(10)));
            }
        } finally {
            log("end of " + name);
            await(sleep(ofMillis(1)));
            log("ended " + name);
        }
    }

    @Async
    private static Coroutine<String> child(String name, int millis) {
        log("begin " + name);
        try {
            await(sleep(ofMillis(millis)));
            log("end " + name);
        } finally {
            log("finally " + name);
            await(sleep(ofMillis(1)));
            log("gone " + name);
        }
        return done(name);
    }

    @Async
    private static Coroutine<String> failing(String name, int millis) throws IOException {
        await(sleep(ofMillis(millis)));
        log("fails " + name);
        throw new IOException(name);
    }

    @Async
    private Coroutine<String> returnsInGroup() {
        try (var group = new TaskGroup()) {
            group.createTask(child("a", 5));
            group.createTask(child("b", 3));
            return done(v("result", "r"));
        }
    }

    @Async
    public Coroutine<String> aReturnWaitsForTheChildren() {
        return done(await(returnsInGroup()));
    }

    @Async
    public Coroutine<String> jumpsWaitForTheChildren() {
        String all = "";
        outer:
        for (int i = 0; i < 3; i++)
            for (int tick : each(ticks("t" + i)))
                try (var group = new TaskGroup()) {
                    group.createTask(child("c" + i, 2));
                    all += i;
                    if (i == 0) continue outer;
                    break outer;
                }
        return done(all);
    }

    @Async
    public Coroutine<String> aFailureCancelsTheOthers() throws IOException {
        try (var group = new TaskGroup()) {
            group.createTask(child("a", 50));
            group.createTask(failing("b", 5));
            for (int tick : each(ticks("t"))) log(tick);
        } catch (ExceptionGroup e) {
            log(e.leaves());
            return done("group");
        }
        return done("no");
    }

    @Async
    public Coroutine<String> groupInTheFinallyOfAGenerator() {
        String all = "";
        for (int n : each(cleaning())) {
            all += n;
            break;
        }
        return done(all);
    }

    @Async
    private static AsyncGenerator<Integer> cleaning() {
        try {
            emit(1);
            emit(2);
        } finally {
            try (var group = new TaskGroup()) {
                group.createTask(child("x", 4));
                group.createTask(child("y", 2));
                log("cleaning");
            }
            log("clean");
        }
        return end();
    }

    @Async
    public Coroutine<String> aLimitEndsALoop() {
        try (var limit = timeout(ofMillis(15))) {
            for (int tick : each(ticks("t"))) log(tick);
        } catch (AsyncTimeoutException e) {
            return done("expired");
        }
        return done("no");
    }

    @Async
    public Coroutine<String> movesOnAfterALimit() {
        int last = -1;
        try (var limit = moveOnAfter(ofMillis(25))) {
            for (int tick : each(ticks("t"))) last = tick;
        }
        return done("moved on at " + last);
    }

    @Async
    public Coroutine<String> aLimitPassesWhileALoopIsLeft() {
        try (var limit = timeout(ofMillis(1))) {
            for (int tick : each(ticks("t"))) {
                log(tick);
                break;
            }
            log("left");
        } catch (AsyncTimeoutException e) {
            return done("expired");
        }
        return done("no");
    }

    @Async
    private Coroutine<String> looping() {
        try (var gate = new Gate("g")) {
            for (int tick : each(ticks("t"))) log(tick);
        }
        return done("no");
    }

    @Async
    public Coroutine<String> cancellingALoop() {
        var task = createTask(looping());
        await(sleep(ofMillis(15)));
        task.cancel();
        String all = "";
        try {
            await(task);
        } catch (java.util.concurrent.CancellationException e) {
            all += "cancelled";
        }
        return done(all + task.cancelled());
    }

    @Async
    public Coroutine<String> cancellingAgainWhileClosing() {
        var task = createTask(looping());
        await(sleep(ofMillis(15)));
        task.cancel();
        await(yieldNow());
        await(yieldNow());
        task.cancel();
        try {
            await(task);
            return done("no");
        } catch (java.util.concurrent.CancellationException e) {
            return done("cancelled" + task.cancelling());
        }
    }

    @Async
    private Coroutine<String> leaving() {
        for (int tick : each(ticks("t"))) {
            if (tick == 1) return done(v("result", "r"));
        }
        return done("no");
    }

    @Async
    public Coroutine<String> cancellingWhileALoopIsLeftByReturn() {
        var task = createTask(leaving());
        await(sleep(ofNanos(10_500_000)));
        task.cancel();
        try {
            return done(await(task));
        } catch (java.util.concurrent.CancellationException e) {
            return done("cancelled");
        }
    }

    @Async
    private Coroutine<String> guarded() {
        try (var gate = new Gate("g")) {
            await(sleep(ofSeconds(1)));
        } finally {
            try (var shield = shielded()) {
                log("shielded");
                await(sleep(ofMillis(5)));
                log("not interrupted");
            }
        }
        return done("no");
    }

    @Async
    public Coroutine<String> shieldedCleanup() {
        var task = createTask(guarded());
        await(sleep(ofMillis(5)));
        task.cancel();
        await(sleep(ofNanos(2_500_000)));
        task.cancel();
        try {
            return done(await(task));
        } catch (java.util.concurrent.CancellationException e) {
            return done("cancelled");
        }
    }

    @Async
    public Coroutine<String> groupsInGroups() throws IOException {
        try (var outer = new TaskGroup()) {
            outer.createTask(child("a", 30));
            try (var inner = new TaskGroup()) {
                inner.createTask(child("b", 30));
                inner.createTask(failing("c", 5));
                try (var gate = new Gate("g")) {
                    await(sleep(ofSeconds(1)));
                }
            } finally {
                log("inner ended");
            }
        } catch (ExceptionGroup e) {
            log(e.leaves());
            return done("outer ended");
        }
        return done("no");
    }

    @Async
    public Coroutine<String> aSupervisorsChildrenFailAlone() throws IOException {
        try (var group = new SupervisorGroup((task, failure) -> log(failure))) {
            group.createTask(failing("a", 1));
            group.createTask(child("b", 3));
            for (int tick : each(ticks("t"))) if (tick == 1) break;
        }
        return done("behind");
    }

    @Async
    public Coroutine<String> completionOrder() {
        String all = "";
        var tasks = List.of(
                createTask(child("a", 9)), createTask(child("b", 1)), createTask(child("c", 5)));
        for (var task : each(asCompleted(tasks))) {
            all += await(task);
            if (task.result().equals("c")) break;
        }
        for (var task : tasks) await(task);
        return done(all);
    }

    private static final ContextVar<String> NAME = ContextVar.of("name", "none");

    @Async
    private static AsyncGenerator<String> named() {
        emit(NAME.get());
        try (var bound = NAME.bind("inner")) {
            log(NAME.get());
        }
        await(sleep(ofMillis(1)));
        emit(NAME.get());
        return end();
    }

    @Async
    public Coroutine<String> generatorsSeeTheContextOfWhoAsks() {
        String all = "";
        NAME.set("one");
        for (String name : each(named())) {
            all += name + " ";
            NAME.set("two");
        }
        return done(all + NAME.get());
    }

    @Async
    private static Coroutine<Void> useTwo(AsyncGenerator<Integer> shared, String name) {
        try {
            for (int n : each(borrow(shared))) {
                log(name + n);
                if (n == 1) return done();
            }
        } catch (IllegalStateException e) {
            log(name + " refused");
        }
        return done();
    }

    @Async
    public Coroutine<String> twoTasksAtOneGenerator() {
        var shared = ticks("t");
        try (shared;
                var group = new TaskGroup()) {
            group.createTask(useTwo(shared, "a"));
            await(yieldNow());
            await(yieldNow());
            group.createTask(useTwo(shared, "b"));
        }
        return done("end");
    }

    @Async
    public Coroutine<String> mergedAndLeft() {
        int sum = 0;
        for (int n : each(ticks("a").merge(ticks("b")))) {
            sum += n;
            if (n == 2) break;
        }
        return done("sum " + sum);
    }

    @Async
    public Coroutine<String> bufferedAndLeft() {
        for (int n : each(ticks("a").buffer(2))) {
            log(n);
            await(sleep(ofMillis(25)));
            if (n == 1) break;
        }
        return done("end");
    }

    @Async
    public Coroutine<List<Object>> mappedConcurrently() {
        List<Object> all = new ArrayList<>();
        try {
            for (String s : each(ticks("t").mapConcurrent(2, n -> {
                if (n == 2) throw new IOException("two");
                return done(await(child("m" + n, 30 - n)));
            }))) all.add(s);
        } catch (Exception e) {
            log(e);
        }
        return done(all);
    }

    @Async
    public Coroutine<String> publishedAndLeft() {
        java.util.concurrent.Flow.Publisher<Integer> published = ticks("p").asPublisher();
        for (int n : each(published)) {
            log(n);
            if (n == 1) break;
        }
        log("left");
        await(sleep(ofMillis(50)));
        return done("end");
    }

    @Async
    public java.util.concurrent.CompletableFuture<String> hotLoops() {
        for (int tick : each(ticks("t"))) {
            log(tick);
            if (tick == 1) return java.util.concurrent.CompletableFuture.completedFuture("hot");
        }
        return java.util.concurrent.CompletableFuture.completedFuture("no");
    }

    @Async
    public Coroutine<String> cancellingAHotLoop() {
        var future = hotLoops();
        await(sleep(ofMillis(5)));
        future.cancel(true);
        await(sleep(ofMillis(50)));
        return done("" + future.isCancelled());
    }

    @Async
    private static AsyncGenerator<Integer> groupBesideEmits() {
        for (int i = 0; i < 2; i++) {
            try (var group = new TaskGroup()) {
                group.createTask(child("c" + i, 2));
            }
            emit(i);
            try (var limit = moveOnAfter(ofMillis(3))) {
                await(child("l" + i, 10));
            }
        }
        return end();
    }

    @Async
    public Coroutine<String> groupsBesideEmits() {
        int sum = 0;
        for (int n : each(groupBesideEmits())) sum += n;
        return done("sum " + sum);
    }
}
