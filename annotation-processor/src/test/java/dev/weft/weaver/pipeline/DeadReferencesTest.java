package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A suspended method keeps nothing alive that it does not need any more. Each method of the sample
 * tells the list of the objects that it makes, and suspends at the gates.
 */
class DeadReferencesTest {

    private static final int MANY = 50;
    private static final int FEW = 5;

    private static final WovenSample SAMPLE =
            Sample.body(
                            """
                            static List<java.lang.ref.WeakReference<Object>> made;
                            static List<CompletableFuture<Integer>> gates;

                            static Object make() {
                                Object object = new Object();
                                made.add(new java.lang.ref.WeakReference<>(object));
                                return object;
                            }
                            static int use(Object object) { return object.hashCode() & 1; }
                            static int use(Object object, int n) { return use(object) + n; }

                            static CompletableFuture<?> start(
                                    String name,
                                    List<java.lang.ref.WeakReference<Object>> objects,
                                    List<CompletableFuture<Integer>> g) throws Exception {
                                made = objects;
                                gates = g;
                                return switch (name) {
                                    case "liveLocal" -> liveLocal();
                                    case "deadLocal" -> deadLocal();
                                    case "deadParameter" -> deadParameter(make());
                                    case "liveParameter" -> liveParameter(make());
                                    case "assignedParameter" -> assignedParameter(make());
                                    case "consumedValue" -> consumedValue();
                                    case "staleField" -> staleField();
                                    case "staleOperand" -> staleOperand();
                                    case "variableOfALoop" -> variableOfALoop();
                                    case "caughtException" -> caughtException();
                                    case "deadInACallee" -> deadInACallee();
                                    case "deadInACoroutine" -> deadInACoroutine();
                                    case "capturedByALambda" -> capturedByALambda(make());
                                    default -> throw new AssertionError(name);
                                };
                            }

                            @Async static CompletableFuture<Integer> liveLocal() {
                                Object object = make();
                                await(gates.get(0));
                                return CompletableFuture.completedFuture(use(object));
                            }
                            @Async static CompletableFuture<Integer> deadLocal() {
                                Object object = make();
                                use(object);
                                return CompletableFuture.completedFuture(await(gates.get(0)));
                            }
                            @Async static CompletableFuture<Integer> deadParameter(Object object) {
                                use(object);
                                return CompletableFuture.completedFuture(await(gates.get(0)));
                            }
                            @Async static CompletableFuture<Integer> liveParameter(Object object) {
                                await(gates.get(0));
                                return CompletableFuture.completedFuture(use(object));
                            }
                            @Async static CompletableFuture<Integer> assignedParameter(Object object) {
                                object = "another";
                                await(gates.get(0));
                                return CompletableFuture.completedFuture(use(object));
                            }
                            @Async static CompletableFuture<Integer> consumedValue() {
                                return CompletableFuture.completedFuture(
                                        use(make(), 1) + await(gates.get(0)));
                            }
                            @Async static CompletableFuture<Integer> staleField() {
                                Object object = make();
                                await(CompletableFuture.supplyAsync(() -> 1, later()));
                                int used = use(object);
                                return CompletableFuture.completedFuture(await(gates.get(0)) + used);
                            }
                            @Async static CompletableFuture<Integer> staleOperand() {
                                int n = use(make(), await(CompletableFuture.supplyAsync(() -> 1, later())));
                                return CompletableFuture.completedFuture(await(gates.get(0)) + n);
                            }
                            @Async static CompletableFuture<Integer> variableOfALoop() {
                                int n = 0;
                                for (int i = 0; i < 2; i++) {
                                    Object object = make();
                                    await(CompletableFuture.supplyAsync(() -> 1, later()));
                                    n += use(object);
                                }
                                return CompletableFuture.completedFuture(await(gates.get(0)) + n);
                            }
                            @Async static CompletableFuture<Integer> caughtException() {
                                int n = 0;
                                try {
                                    Object object = make();
                                    await(CompletableFuture.supplyAsync(() -> 1, later()));
                                    throw new IllegalStateException("" + use(object));
                                } catch (IllegalStateException e) {
                                    n = e.getMessage().length();
                                }
                                return CompletableFuture.completedFuture(await(gates.get(0)) + n);
                            }
                            @Async static Coroutine<Integer> inner(Object object) {
                                int n = use(object);
                                return done(n + await(gates.get(0)));
                            }
                            @Async static CompletableFuture<Integer> deadInACallee() {
                                return CompletableFuture.completedFuture(await(inner(make())));
                            }
                            @Async static CompletableFuture<Integer> deadInACoroutine() {
                                Coroutine<Integer> made = inner(make());
                                return CompletableFuture.completedFuture(await(made));
                            }
                            @Async static CompletableFuture<Integer> capturedByALambda(Object object)
                                    throws Exception {
                                AsyncSupplier<Integer> body = () -> {
                                    int n = use(object);
                                    return done(n + await(gates.get(0)));
                                };
                                Coroutine<Integer> started = body.get();
                                body = null;
                                return CompletableFuture.completedFuture(await(started));
                            }

                            /** Completes a stage after the method that awaits it has suspended. */
                            static Executor later() {
                                return command -> gates.get(1).thenRun(command);
                            }

                            static Object finishedCoroutine(
                                    boolean fails, List<java.lang.ref.WeakReference<Object>> objects) {
                                made = objects;
                                Coroutine<String> coroutine = returns(make(), fails);
                                run(ending(coroutine));
                                return coroutine;
                            }
                            @Async static Coroutine<Void> ending(Coroutine<?> coroutine) {
                                try {
                                    await(coroutine);
                                } catch (IllegalStateException e) {
                                    use(e);
                                }
                                return done();
                            }

                            static Task<String> task;

                            static Object finishedTask(
                                    boolean fails, List<java.lang.ref.WeakReference<Object>> objects) {
                                made = objects;
                                run(around(fails));
                                return task;
                            }
                            @Async static Coroutine<Void> around(boolean fails) {
                                task = createTask(returns(make(), fails));
                                try {
                                    await(task);
                                } catch (IllegalStateException e) {
                                    use(e);
                                }
                                return done();
                            }
                            @Async static Coroutine<String> returns(Object object, boolean fails) {
                                Object local = make();
                                await(yieldNow());
                                use(object);
                                use(local);
                                if (fails) throw new IllegalStateException("ended");
                                return done("ended");
                            }
                            """)
                    .woven();

    /** How the collector treats what is alive: the other tests would mean nothing otherwise. */
    @ParameterizedTest
    @ValueSource(strings = {"liveLocal", "liveParameter"})
    void neededObjectIsKept(String method) {
        Suspended suspended = new Suspended(method);
        assertThat(suspended.objectsLeftAfter(FEW)).isEqualTo(1);
        suspended.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deadLocal",
                "deadParameter",
                "assignedParameter",
                "consumedValue",
                "deadInACallee",
                "deadInACoroutine",
                "capturedByALambda"
            })
    void deadObjectIsNotKeptByTheFirstSuspension(String method) {
        Suspended suspended = new Suspended(method);
        assertThat(suspended.objectsLeftAfter(MANY)).isZero();
        suspended.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staleField", "staleOperand", "caughtException"})
    void objectOfAnEarlierSuspensionIsNotKeptByTheNext(String method) {
        Suspended suspended = new Suspended(method);
        assertThat(suspended.objectsLeftAfter(FEW)).isEqualTo(1);
        suspended.resume();
        assertThat(suspended.objectsLeftAfter(MANY)).isZero();
        suspended.end();
    }

    @Test
    void objectOfAnEarlierPassOfALoopIsNotKept() {
        Suspended suspended = new Suspended("variableOfALoop");
        suspended.resume();
        assertThat(suspended.made).hasSize(2);
        assertThat(suspended.objectsLeftAfter(MANY)).isZero();
        suspended.end();
    }

    /** The coroutine object, which is the frame, is held. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finishedCoroutineKeepsNothing(boolean fails) {
        List<WeakReference<Object>> made = new ArrayList<>();
        Object coroutine = SAMPLE.call("finishedCoroutine", fails, made);
        assertThat(made).hasSize(2);
        assertThat(left(made, MANY)).isZero();
        assertThat(coroutine).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void finishedTaskKeepsNothingOfItsCoroutine(boolean fails) {
        List<WeakReference<Object>> made = new ArrayList<>();
        Object task = SAMPLE.call("finishedTask", fails, made);
        assertThat(made).hasSize(2);
        assertThat(left(made, MANY)).isZero();
        assertThat(task).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveLocal", "liveParameter"})
    void finishedFutureKeepsNothingOfItsMethod(String method) {
        Suspended suspended = new Suspended(method);
        suspended.end();
        assertThat(suspended.objectsLeftAfter(MANY)).isZero();
        assertThat(suspended.result).isCompleted();
    }

    /** A hot method that is suspended at a gate. */
    private static final class Suspended {

        final List<WeakReference<Object>> made = new ArrayList<>();
        private final List<CompletableFuture<Integer>> gates =
                List.of(new CompletableFuture<>(), new CompletableFuture<>());
        private final CompletableFuture<?> result;

        Suspended(String method) {
            Object started = SAMPLE.call("start", method, made, gates);
            result = (CompletableFuture<?>) Objects.requireNonNull(started);
            assertThat(result).isNotDone();
            assertThat(made).isNotEmpty();
        }

        void resume() {
            gates.get(1).complete(1);
            assertThat(result).isNotDone();
        }

        int objectsLeftAfter(int collections) {
            return left(made, collections);
        }

        void end() {
            gates.get(0).complete(1);
            assertThat(result).isCompleted();
        }
    }

    /** How many are left when nothing more goes, or after so many collections. */
    private static int left(List<WeakReference<Object>> objects, int collections) {
        for (int i = 0; i < collections && count(objects) > 0; i++) System.gc();
        return count(objects);
    }

    private static int count(List<WeakReference<Object>> objects) {
        int count = 0;
        for (WeakReference<Object> object : objects) {
            @Nullable Object left = object.get();
            if (left != null) count++;
        }
        return count;
    }
}
