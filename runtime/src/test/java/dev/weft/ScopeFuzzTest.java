package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random scopes within each other, and cancels at random: what holds of all of them. */
class ScopeFuzzTest {
    private static final int SEEDS = 10_000;

    private final List<Task<?>> tasks = new ArrayList<>();
    private Random random = new Random();

    private Duration some() {
        return Duration.ofMillis(random.nextInt(12));
    }

    private Coroutine<?> block(int depth, boolean mayReplace) {
        int kind = depth == 0 ? random.nextInt(4) : random.nextInt(14);
        return switch (kind) {
            case 0, 1 -> Weft.sleep(some());
            case 2 -> failingAfter(some());
            case 3 -> mayReplace ? replacing() : Weft.yieldNow();
            case 4, 5 -> limited(some(), block(depth - 1, mayReplace));
            case 6 -> movingOn(some(), block(depth - 1, mayReplace));
            case 7 -> shielded(null, block(depth - 1, mayReplace));
            case 8 -> shielded(some(), block(depth - 1, mayReplace));
            case 9, 10 -> group(depth, mayReplace);
            case 11 -> Weft.waitFor(block(depth - 1, mayReplace), some());
            case 12 -> catching(block(depth - 1, mayReplace));
            default -> {
                Coroutine<?> one = block(depth - 1, mayReplace);
                Coroutine<?> two = block(depth - 1, mayReplace);
                yield first(v -> one).then(v -> two);
            }
        };
    }

    private static Coroutine<?> failingAfter(Duration time) {
        return first(v -> Weft.sleep(time))
                .then(
                        v -> {
                            throw new IllegalStateException("leaf");
                        });
    }

    /** Answers a cancel with another failure. */
    private Coroutine<?> replacing() {
        Duration cleanUp = some();
        return first(v -> Weft.sleep(Duration.ofMillis(20)))
                .rescue(t -> first(v -> Weft.sleep(cleanUp)))
                .then(
                        v -> {
                            throw new IllegalStateException("replaced");
                        });
    }

    private static Coroutine<?> limited(Duration time, Coroutine<?> body) {
        return Block.in(() -> Weft.timeout(time), limit -> body);
    }

    private static Coroutine<?> movingOn(Duration time, Coroutine<?> body) {
        return Block.in(() -> Weft.moveOnAfter(time), limit -> body);
    }

    private static Coroutine<?> shielded(Duration time, Coroutine<?> body) {
        return Block.in(() -> time == null ? Weft.shielded() : Weft.shielded(time), s -> body);
    }

    private static Coroutine<?> catching(Coroutine<?> body) {
        return first(v -> body)
                .rescue(
                        t -> {
                            if (t instanceof Exception) {
                                return null;
                            }
                            throw t;
                        });
    }

    private Coroutine<?> group(int depth, boolean mayReplace) {
        List<Coroutine<?>> children = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            children.add(block(depth - 1, true));
        }
        Coroutine<?> body = block(depth - 1, mayReplace);
        Duration cancelAfter = random.nextInt(4) == 0 ? some() : null;
        boolean supervised = random.nextInt(4) == 0;
        boolean join = random.nextBoolean();
        Startable<Object> start = random.nextInt(4) == 0 ? startable(depth - 1) : null;
        return Block.in(
                () -> supervised ? new SupervisorGroup((task, failure) -> {}) : new TaskGroup(),
                (Group group) -> {
                    for (Coroutine<?> child : children) {
                        tasks.add(group.createTask(child));
                    }
                    if (cancelAfter != null) {
                        EventLoop.running().callLater(cancelAfter, group::cancel);
                    }
                    return first(v -> body)
                            .then(v -> start == null ? null : group.start(start))
                            .then(v -> join ? group.join() : null);
                });
    }

    /** A child that may end, by failing as well, before it says that it is ready. */
    private Startable<Object> startable(int depth) {
        Coroutine<?> before = block(0, false);
        Coroutine<?> after = block(depth, true);
        return ready ->
                first(v -> before)
                        .then(
                                v -> {
                                    ready.started("ready");
                                    return after;
                                });
    }

    @Test
    void whateverHappensNothingIsLeftOverAndNoCancelIsLost() {
        for (int seed = 0; seed < SEEDS; seed++) {
            random = new Random(seed);
            tasks.clear();
            try (TestLoop test = new TestLoop()) {
                check(test, seed);
            } catch (Throwable failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
    }

    private void check(TestLoop test, int seed) {
        List<Object> ends = new ArrayList<>();
        Coroutine<?> program = block(4, false);
        test.loop.setTaskFactory(seed % 2 == 0 ? TaskStart.LAZY : TaskStart.EAGER);
        Task<Object> main =
                test.loop.createTask(
                        first(v -> program)
                                .rescue(t -> t)
                                .then(ends::add)
                                .then(v -> Weft.sleep(Duration.ofMillis(100)))
                                .rescue(t -> t)
                                .then(ends::add)
                                .then(v -> Weft.sleep(Duration.ofMillis(100)))
                                .rescue(t -> t)
                                .then(ends::add));
        List<Integer> cancels = new ArrayList<>();
        for (int i = seed % 3; i > 0; i--) {
            test.loop.callLater(
                    some(),
                    () -> {
                        if (ends.isEmpty()) {
                            cancels.add(1);
                            main.cancel();
                        }
                    });
        }
        test.loop.runUntilComplete(main);
        assertThat(main.cancelling()).isEqualTo(cancels.size());
        assertThat(main.scope).isNull();
        if (main.cancellation != null) {
            assertThat(main.cancellation.held).isZero();
            assertThat(main.cancellation.pending).isZero();
        }
        boolean cancelled = ends.get(0) instanceof CancelledError;
        boolean cancelledLater = ends.get(1) instanceof CancelledError;
        assertThat(cancelled || cancelledLater).isEqualTo(!cancels.isEmpty());
        assertThat(ends.get(2)).isNull();
        for (Task<?> task : tasks) {
            assertThat(task.done()).isTrue();
            assertThat(task.scope).isNull();
        }
        assertThat(test.reports).isEmpty();
    }
}
