package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A failure whose stack trace nobody looks at need not have one; wherever code looks, it has, and
 * the code on its way runs all the same.
 */
class UnseenFailureTest {

    private static final String METHODS =
            """
            static final StringBuilder log = new StringBuilder();
            static RuntimeException kept;
            @Async static Coroutine<Object> leaf() {
                await(yieldNow());
                kept = new IllegalStateException();
                throw kept;
            }
            @Async static Coroutine<Object> middle() { return done(await(leaf())); }
            @Async static Coroutine<Object> last(String how) {
                try { return done(await(middle())); }
                finally {
                    log.append("finally ");
                    if (how.equals("suspends")) await(yieldNow());
                    if (how.equals("throws")) throw new IllegalArgumentException();
                    if (how.equals("returns")) return done("returned");
                }
            }
            @Async static Coroutine<Object> ignores() {
                try { await(middle()); } catch (IllegalStateException e) { log.append("caught "); }
                return done(shown(kept));
            }
            @Async static Coroutine<Object> looks() {
                try { return done(await(middle())); } catch (RuntimeException e) {
                    return done(shown(e));
                }
            }
            @Async static Coroutine<Object> looksLater() {
                RuntimeException held = null;
                try { await(middle()); } catch (RuntimeException e) { held = e; }
                await(yieldNow());
                return done(shown(held));
            }
            @Async static Coroutine<Object> handsOn() {
                try { await(middle()); } catch (RuntimeException e) { return done(why(e)); }
                return done("");
            }
            static String why(Throwable t) { return shown(new Error(t).getCause()); }
            @Async static Coroutine<Object> throwsOn() {
                try {
                    try { await(middle()); } catch (RuntimeException e) { throw e; }
                } catch (IllegalStateException e) { return done(shown(e)); }
                return done("");
            }
            @Async static Coroutine<Object> wraps() {
                try {
                    try { await(middle()); } catch (RuntimeException e) { throw new Error(e); }
                } catch (Error e) { return done(shown(e.getCause())); }
                return done("");
            }
            @Async static Coroutine<Object> suppresses() {
                try {
                    try (AutoCloseable c = () -> { throw new IllegalArgumentException(); }) {
                        await(middle());
                    }
                } catch (Exception e) { return done(shown(e) + " " + e.getSuppressed().length); }
                return done("");
            }
            @Async static Coroutine<Object> looksInside() {
                try {
                    try { await(middle()); }
                    catch (IllegalArgumentException e) { log.append("wrong "); }
                    catch (IllegalStateException | UnsupportedOperationException e) {
                        log.append(shown(e));
                    }
                } catch (RuntimeException e) { log.append("wrong "); }
                return done("");
            }
            @Async static Coroutine<Object> around(String how) {
                try { return done(await(last(how))); }
                catch (IllegalArgumentException e) { return done("replaced"); }
                catch (IllegalStateException e) { return done(shown(e)); }
            }
            @Async static Coroutine<Object> aroundUnseen(String how) {
                try { return done(await(last(how))); }
                catch (IllegalArgumentException e) { return done("replaced"); }
                catch (IllegalStateException e) { return done("unseen"); }
            }
            @Async static Coroutine<Object> throwsAgain() {
                try { await(middle()); } catch (IllegalStateException e) { }
                try { await(again()); } catch (IllegalStateException e) { return done(shown(e)); }
                return done("");
            }
            @Async static Coroutine<Object> again() {
                await(yieldNow());
                throw kept;
            }
            @Async static Coroutine<Object> ofATask() {
                var task = createTask(middle());
                try { await(task); } catch (IllegalStateException e) { }
                return done(shown(task.exception()));
            }
            static String shown(Throwable t) {
                var names = new StringBuilder();
                for (var frame : t.getStackTrace()) {
                    String name = frame.getClassName();
                    if (name.startsWith("dev.weft.")) names.append(names.indexOf("!") < 0 ? "!" : "");
                    if (name.equals("Sample")) names.append(frame.getMethodName()).append(' ');
                }
                int outer = names.indexOf("all ");
                return names.substring(0, outer < 0 ? names.length() : outer).strip();
            }
            """;

    private static Object call(String coroutine) {
        String all = "static Object all() throws Exception { return log.toString() + r(); }";
        String run =
                "static Object r() throws Exception { Object o = run(%s); return log + \"\" + o; }";
        return Sample.body(METHODS + all + run.formatted(coroutine), "-g").woven().call("all");
    }

    @ParameterizedTest
    @CsvSource({
        "looks(), leaf middle looks",
        "looksLater(), leaf middle looksLater",
        "handsOn(), leaf middle handsOn",
        "throwsOn(), leaf middle throwsOn",
        "wraps(), leaf middle wraps",
        "suppresses(), leaf middle suppresses 1",
        "looksInside(), leaf middle looksInside",
    })
    void codeThatMayLookFindsTheAwaits(String coroutine, String shown) {
        assertThat(call(coroutine)).isEqualTo(shown);
    }

    @Test
    void whatIsCaughtUnseenKeepsTheTraceThatItWasMadeWith() {
        assertThat(call("ignores()")).isEqualTo("caught leaf !r");
    }

    @Test
    void whatWasCaughtUnseenTellsOfThoseWhoAwaitItWhenItIsThrownAgain() {
        assertThat(call("throwsAgain()")).isEqualTo("leaf throwsAgain");
    }

    @Test
    void outOfATaskItHasItsTraceEvenIfTheFirstAwaiterDoesNotLook() {
        assertThat(call("ofATask()")).isEqualTo("leaf middle ofATask");
    }

    @ParameterizedTest
    @CsvSource({
        "around, runs, finally leaf middle last around",
        "around, suspends, finally leaf middle last around",
        "around, throws, finally replaced",
        "around, returns, finally returned",
        "aroundUnseen, runs, finally unseen",
        "aroundUnseen, suspends, finally unseen",
        "aroundUnseen, throws, finally replaced",
        "aroundUnseen, returns, finally returned",
    })
    void finallyRunsOnTheWay(String method, String how, String result) {
        assertThat(call(method + "(\"" + how + "\")")).isEqualTo(result);
    }

    @Test
    void aFailureLeavesAHundredThousandAwaits() {
        String deep =
                """
                @Async static Coroutine<Integer> down(int n, boolean last) {
                    if (n == 0) { await(yieldNow()); throw new IllegalStateException(); }
                    if (!last) return done(await(down(n - 1, last)) + 1);
                    try { return done(await(down(n - 1, last)) + 1); } finally { count++; }
                }
                static int count;
                @Async static Coroutine<Integer> caught(boolean last) {
                    try { return done(await(down(100_000, last))); }
                    catch (IllegalStateException e) { return done(count); }
                }
                static Object all() { return run(caught(false)) + " " + run(caught(true)); }
                """;
        assertThat(Sample.body(deep, "-g").woven().call("all")).isEqualTo("0 100000");
    }
}
