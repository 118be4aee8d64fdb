package corpus;

import static dev.weft.Weft.*;
import static dev.weft.differential.probe.Leaf.*;
import static dev.weft.differential.probe.Probe.*;

import dev.weft.*;

import java.util.concurrent.*;

/** Methods that return a CompletableFuture or a CompletionStage. */
public class Hot {

    int field = 1;

    @Async
    private CompletableFuture<Integer> add(int a, long b) {
        log("add");
        int sum = a + await(stage(1));
        field += sum;
        return CompletableFuture.completedFuture((int) (sum + b + await(later(2))));
    }

    @Async
    private static CompletionStage<String> text(String s, double d) throws java.io.IOException {
        if (s.isEmpty()) throw new java.io.IOException("empty");
        try {
            return CompletableFuture.completedStage(s + d + await(stage("!")));
        } finally {
            log(await(later("finally")));
        }
    }

    @Async
    private CompletableFuture<Integer> countdown(int n) {
        if (n == 0) return CompletableFuture.completedFuture(await(later(field)));
        return countdown(n - 1);
    }

    @Async
    private CompletionStage<String> failing() {
        return failStage(new IllegalStateException("stage"));
    }

    @Async
    public Coroutine<Integer> awaited() {
        return done(await(add(1, 2L)) * 10 + await(add(await(stage(3)), 4)) + field);
    }

    @Async
    public CompletableFuture<String> outermost() throws Exception {
        int n = await(add(1, 2));
        String s = await(text("t" + n, 1.5));
        return CompletableFuture.completedFuture(s + await(countdown(3)));
    }

    @Async
    public CompletionStage<String> stageOutermost() throws Exception {
        try {
            return text(await(later("")), 0);
        } catch (java.io.IOException e) {
            return text(e.getMessage(), await(later(1.0)));
        }
    }

    @Async
    public CompletableFuture<Void> voids() {
        log(await(later("v")));
        return CompletableFuture.completedFuture(null);
    }

    @Async
    public CompletionStage<String> failures() {
        try {
            return CompletableFuture.completedFuture(await(failing()));
        } catch (IllegalStateException e) {
            log(e);
        }
        try {
            await(failStage(new java.io.IOException("io")), java.io.IOException.class);
        } catch (java.io.IOException e) {
            log(e);
        }
        return failing();
    }

    @Async
    public CompletableFuture<Integer> neverSuspends() {
        log("runs");
        return CompletableFuture.completedFuture(5);
    }

    @Async
    public Coroutine<String> stagesOfStages() {
        CompletionStage<Integer> mapped = stage(1).thenApply(n -> n + 1);
        int a = await(mapped);
        String b = await(stage("b").thenCompose(s -> CompletableFuture.completedFuture(s + a)));
        try {
            return done(b + await(failStage(new IllegalStateException("dep")).thenApply(x -> x)));
        } catch (IllegalStateException e) {
            return done(b + e.getMessage());
        }
    }

    @Async
    public Coroutine<String> mixed() throws Exception {
        Coroutine<String> cold = async(() -> done(await(text(await(later("x")), 2))));
        return done(await(cold));
    }
}
