package dev.weft.examples.linkcheck;

import static dev.weft.Weft.await;
import static dev.weft.Weft.createTask;
import static dev.weft.Weft.done;
import static dev.weft.Weft.each;
import static dev.weft.Weft.gather;
import static dev.weft.Weft.gatherOutcomes;
import static dev.weft.Weft.sleep;
import static dev.weft.Weft.yieldNow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Async;
import dev.weft.Coroutine;
import dev.weft.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontierTest {
    private final List<String> visits = new ArrayList<>();

    @Async
    Coroutine<Void> worker(Frontier<String> frontier, String name) {
        for (String next : each(frontier)) {
            visits.add(name + next);
            await(sleep(Duration.ofSeconds(1)));
            if (next.length() < 3) {
                frontier.add(next + "l");
                frontier.add(next + "r");
            }
        }
        return done();
    }

    @Test
    void handsEachElementToOneWorker() {
        Frontier<String> frontier = new Frontier<>(2);
        frontier.add("x");
        frontier.add("x");
        Virtual.run(() -> gather(List.of(worker(frontier, "A-"), worker(frontier, "B-"))));
        assertThat(visits)
                .containsExactly("A-x", "A-xr", "B-xl", "A-xrl", "B-xrr", "A-xll", "B-xlr");
        assertThat(frontier.seen()).isEqualTo(7);
    }

    @Test
    void endsAllWorkersWhenAllAreIdle() {
        Frontier<String> frontier = new Frontier<>(3);
        List<String> results =
                Virtual.run(
                        () ->
                                gather(
                                        List.of(
                                                named(frontier, "A"),
                                                named(frontier, "B"),
                                                named(frontier, "C"))));
        assertThat(results).containsExactly("A nothing", "B nothing", "C nothing");
    }

    @Async
    static Coroutine<String> named(Frontier<String> frontier, String name) {
        for (String next : each(frontier)) {
            return done(name + " " + next);
        }
        return done(name + " nothing");
    }

    @Test
    void wakesIdleWorkerForNewElement() {
        Frontier<String> frontier = new Frontier<>(2);
        assertThat(Virtual.<String>run(() -> addedLater(frontier))).isEqualTo("A new");
    }

    @Async
    static Coroutine<String> addedLater(Frontier<String> frontier) {
        Task<String> idle = createTask(named(frontier, "A"));
        await(sleep(Duration.ofSeconds(1)));
        assertThat(idle.done()).isFalse();
        frontier.add("new");
        return done(await(idle));
    }

    @Test
    void passesOverWorkerThatWasCancelledWhileIdle() {
        Frontier<String> frontier = new Frontier<>(3);
        assertThat(Virtual.<String>run(() -> afterCancel(frontier))).isEqualTo("B new");
    }

    @Async
    static Coroutine<String> afterCancel(Frontier<String> frontier) {
        Task<String> cancelled = createTask(named(frontier, "A"));
        Task<String> idle = createTask(named(frontier, "B"));
        await(yieldNow());
        cancelled.cancel();
        await(gatherOutcomes(List.of(cancelled)));
        frontier.add("new");
        return done(await(idle));
    }
}
