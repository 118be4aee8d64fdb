package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stack trace says of woven methods, each by name and by its line in the source. */
class StackTraceTest {

    private static final String THREE_METHODS =
            """
            @Async static Coroutine<Object> leaf(String how) {
                switch (how) {
                    case "thrown": throw new IllegalStateException();
                    case "thrown later": await(yieldNow()); throw new IllegalStateException();
                    case "kept over an await":
                        try { throw new IllegalStateException(); }
                        catch (IllegalStateException e) { await(yieldNow()); throw e; }
                    case "in a generator": for (var x : each(elements())) { } return done(null);
                    case "in a generator later":
                        for (var x : each(elements())) { await(yieldNow()); }
                        return done(null);
                    case "failed stage": return done(await(failed()));
                    default: var stage = new java.util.concurrent.CompletableFuture<Object>();
                        var failure = new IllegalStateException();
                        createTask(async(() -> {
                            stage.completeExceptionally(failure);
                            return done();
                        }));
                        return done(await(stage));
                }
            }
            @Async static AsyncGenerator<Integer> elements() {
                emit(1);
                await(yieldNow());
                throw new IllegalStateException();
            }
            static java.util.concurrent.CompletableFuture<Object> failed() {
                return java.util.concurrent.CompletableFuture.failedFuture(
                        new IllegalStateException());
            }
            @Async static Coroutine<Object> middle(String how) {
                var result = await(leaf(how));
                return done(result);
            }
            @Async static Coroutine<Object> top(String how) {
                return middle(how);
            }
            static Object methods(String how) {
                try {
                    return run(top(how));
                } catch (IllegalStateException e) {
                    var names = new java.util.ArrayList<String>();
                    for (var frame : e.getStackTrace()) {
                        if (frame.getClassName().startsWith("dev.weft.")
                                && !frame.getClassName().contains("Sample")) names.add("ours!");
                        if (frame.getClassName().contains("Sample")) {
                            names.add(frame.getMethodName());
                        }
                    }
                    return String.join(" ", names.subList(0, names.indexOf("methods")));
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {"thrown", "thrown later", "kept over an await", "stage that fails later"})
    void eachAwaitingMethodStandsInItOnce(String how) {
        WovenSample woven = Sample.body(caller(how), "-g").woven();
        assertThat(woven.call("all")).isEqualTo("leaf middle top");
    }

    @ParameterizedTest
    @ValueSource(strings = {"in a generator", "in a generator later"})
    void generatorStandsAboveTheLoopOverIt(String how) {
        WovenSample woven = Sample.body(caller(how), "-g").woven();
        assertThat(woven.call("all")).isEqualTo("elements leaf middle top");
    }

    @ParameterizedTest
    @ValueSource(strings = "failed stage")
    void whatAHelperMadeTellsOfTheHelperToo(String how) {
        WovenSample woven = Sample.body(caller(how), "-g").woven();
        assertThat(woven.call("all")).isEqualTo("failed leaf middle top");
    }

    private static String caller(String how) {
        return THREE_METHODS + "static Object all() { return methods(\"" + how + "\"); }";
    }
}
