package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CarrierTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

    private final TestLoop test = new TestLoop();
    private final EventLoop loop = test.loop;
    private final List<Object> order = new ArrayList<>();

    @AfterEach
    void close() {
        loop.close();
        LOCAL.remove();
    }

    /** Sets the variable and looks at it again after waiting. */
    private Script<Object> user(String name, Supplier<? extends Coroutine<?>> wait) {
        return first(
                        v -> {
                            order.add(name + " begins with " + LOCAL.get());
                            LOCAL.set(name);
                            return wait.get();
                        })
                .then(v -> order.add(name + " has " + LOCAL.get()));
    }

    private static Coroutine<?> sleep() {
        return Weft.sleep(SECOND);
    }

    @Test
    void k8_eachTaskHasItsOwnAndBeginsWithItsMakers() {
        loop.carry(Carrier.of(LOCAL));
        LOCAL.set("thread's");
        test.runHere(
                first(
                        v -> {
                            LOCAL.set("main");
                            Task<Object> a = Weft.createTask(user("a", CarrierTest::sleep));
                            Task<Object> b = Weft.createTask(user("b", Weft::yieldNow));
                            return first(w -> a)
                                    .then(w -> b)
                                    .then(w -> order.add("main has " + LOCAL.get()));
                        }));
        assertThat(order)
                .containsExactly(
                        "a begins with main",
                        "b begins with main",
                        "b has b",
                        "a has a",
                        "main has main");
        assertThat(LOCAL.get()).isEqualTo("thread's");
    }

    @Test
    void k8_betweenStepsTheThreadHasItsOwn() {
        loop.carry(Carrier.of(LOCAL));
        LOCAL.set("thread's");
        Task<Object> task = loop.createTask(user("a", CarrierTest::sleep));
        loop.handOver(() -> order.add("between: " + LOCAL.get()));
        loop.callLater(Duration.ofMillis(1), () -> order.add("callback: " + LOCAL.get()));
        loop.runUntilComplete(task);
        assertThat(order)
                .containsExactly(
                        "a begins with thread's",
                        "between: thread's",
                        "callback: thread's",
                        "a has a");
    }

    @Test
    void k8_eagerAndHotStartsAndThreadsCarryItToo() {
        loop.carry(Carrier.of(LOCAL));
        test.runHere(
                first(
                                v -> {
                                    LOCAL.set("main");
                                    Weft.createTask(user("eager", Weft::done), TaskStart.EAGER);
                                    Coroutine.startHot(user("hot", Weft::done));
                                    order.add("main has " + LOCAL.get());
                                    return Weft.toThread(
                                            () -> {
                                                String seen = LOCAL.get();
                                                LOCAL.set("left behind in the thread");
                                                return seen;
                                            });
                                })
                        .then(v -> order.add("thread has " + v))
                        .then(v -> Weft.toThread(LOCAL::get))
                        .then(v -> order.add("thread has " + v)));
        assertThat(order)
                .containsExactly(
                        "eager begins with main",
                        "eager has eager",
                        "hot begins with main",
                        "hot has hot",
                        "main has main",
                        "thread has main",
                        "thread has main");
    }

    @Test
    void k8_callbacksCarryWhatTheirRegistererHas() {
        loop.carry(Carrier.of(LOCAL));
        test.runHere(
                first(
                        v -> {
                            LOCAL.set("main");
                            loop.callSoon(() -> order.add(LOCAL.get()));
                            LOCAL.set("changed");
                            return Weft.sleep(SECOND);
                        }));
        assertThat(order).containsExactly("main");
    }

    @Test
    void k8_aLoopThatIsToldInTheMiddleOfAStepCarriesFromTheNext() {
        test.runHere(
                first(
                                v -> {
                                    loop.carry(Carrier.of(LOCAL));
                                    LOCAL.set("main");
                                    return Weft.createTask(user("a", CarrierTest::sleep));
                                })
                        .then(v -> order.add("main has " + LOCAL.get())));
        assertThat(order).containsExactly("a begins with main", "a has a", "main has main");
    }

    @Test
    void k8_severalCarriersAndDebugModeGoTogether() {
        ThreadLocal<Integer> other = ThreadLocal.withInitial(() -> 0);
        loop.setDebug(true);
        loop.carry(Carrier.of(LOCAL));
        loop.carry(Carrier.of(other));
        Script<Object> counting =
                first(
                                v -> {
                                    other.set(other.get() + 1);
                                    return Weft.yieldNow();
                                })
                        .then(v -> order.add(LOCAL.get() + other.get()));
        LOCAL.set("x");
        loop.runUntilComplete(counting);
        loop.setDebug(false);
        assertThat(order).containsExactly("x1");
        assertThat(other.get()).isEqualTo(0);
    }

    @Test
    void k8_aCarrierThatFailsIsReportedAndTheTaskGoesOn() {
        IllegalStateException failure = new IllegalStateException("carrier");
        loop.carry(
                Carrier.<Object>of(
                        () -> "state",
                        state -> {
                            throw failure;
                        }));
        Object value = test.runHere(first(v -> Weft.yieldNow()).then(v -> "value"));
        assertThat(value).isEqualTo("value");
        assertThat(test.reported()).isNotEmpty().allMatch(t -> t == failure);
    }

    @Test
    void k8_aContextThatIsRunElsewhereCarriesItAlong() throws Exception {
        loop.carry(Carrier.of(LOCAL));
        Context[] context = new Context[1];
        test.runHere(
                first(
                        v -> {
                            LOCAL.set("main");
                            context[0] = Context.copyOfCurrent();
                            return null;
                        }));
        assertThat(LOCAL.get()).isNull();
        String seen = context[0].call(LOCAL::get);
        assertThat(seen).isEqualTo("main");
        assertThat(LOCAL.get()).isNull();
    }
}
