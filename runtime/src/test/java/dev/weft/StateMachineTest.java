package dev.weft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.woven.StateMachine;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Ejected methods, as {@code -Aweft.eject} writes them. */
class StateMachineTest {

    private static final class Leaf extends StateMachine<Integer> {
        private final boolean fails;

        Leaf(boolean fails) {
            this.fails = fails;
        }

        @Override
        protected Object run() throws Throwable {
            while (true) {
                switch (state) {
                    case 0 -> {
                        state = 1;
                        if (await(Weft.sleep(Duration.ofSeconds(1)))) return SUSPENDED;
                    }
                    case 1 -> {
                        awaited();
                        if (fails) throw new IllegalStateException("leaf");
                        return done(1);
                    }
                    default -> throw unknownState();
                }
            }
        }
    }

    private static final class Above extends StateMachine<Integer> {
        private final Coroutine<Integer> below;

        Above(Coroutine<Integer> below) {
            this.below = below;
        }

        @Override
        protected Object run() throws Throwable {
            while (true) {
                switch (state) {
                    case 0 -> {
                        state = 1;
                        if (await(below)) return SUSPENDED;
                    }
                    case 1 -> {
                        Integer value = awaited();
                        return done(value + 1);
                    }
                    default -> throw unknownState();
                }
            }
        }
    }

    @Test
    void valuesComeThroughAwaits() {
        try (TestLoop test = new TestLoop()) {
            assertThat(test.<Integer>runHere(new Above(new Above(new Leaf(false))))).isEqualTo(3);
        }
    }

    @Test
    void aTraceReadsThroughTheMachinesThatAwait() {
        try (TestLoop test = new TestLoop()) {
            assertThatThrownBy(() -> test.runHere(new Above(new Above(new Leaf(true)))))
                    .satisfies(
                            failure ->
                                    assertThat(Arrays.stream(failure.getStackTrace()).limit(3))
                                            .extracting(StackTraceElement::getClassName)
                                            .containsExactly(
                                                    Leaf.class.getName(),
                                                    Above.class.getName(),
                                                    Above.class.getName()))
                    .satisfies(
                            failure ->
                                    assertThat(failure.getStackTrace()[1])
                                            .hasToString(
                                                    Above.class.getName()
                                                            + ".run(StateMachineTest.java)"));
        }
    }

    @Test
    void aHotOneRunsToItsFirstSuspension() {
        CompletableFuture<Integer> stage = new CompletableFuture<>();
        StateMachine<Integer> machine =
                new StateMachine<>() {
                    @Override
                    protected Object run() throws Throwable {
                        while (true) {
                            switch (state) {
                                case 0 -> {
                                    state = 1;
                                    if (await(stage)) return SUSPENDED;
                                }
                                case 1 -> {
                                    return awaited();
                                }
                                default -> throw unknownState();
                            }
                        }
                    }
                };
        CompletableFuture<Integer> result = machine.start();
        assertThat(result).isNotDone();
        stage.complete(5);
        assertThat(result).isCompletedWithValue(5);
    }

    @Test
    void itIsNamedForItsMethod() {
        assertThat(new Leaf(false)).hasToString("coroutine dev.weft.StateMachineTest.leaf");
    }

    @Test
    void ofMethodsWithOneNameItIsNamedWithoutItsNumber() {
        final class Leaf2 extends StateMachine<Integer> {
            @Override
            protected Object run() {
                return done(2);
            }
        }
        assertThat(new Leaf2()).hasToString("coroutine dev.weft.StateMachineTest.leaf");
    }
}
