package dev.weft.processor;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the weaver must refuse is an error at its method. */
class RefusedMethodTest {

    private static final String LARGE =
            """
            import static dev.weft.Weft.*;
            class Large {
                @dev.weft.Async
                dev.weft.Coroutine<Void> large(int few) {
                    return done();
                }

                @dev.weft.Async
                dev.weft.Coroutine<Void> large(String text, long number) {
                    %s
                    %s
                    return done();
                }
            }
            """;

    /** As javac writes it, it just fits into the 65,535 bytes that a method may have. */
    @Test
    void methodThatOutgrowsAClassFileIsRefused() {
        String awaits = "await(large(1));".repeat(18);
        String statements = "System.out.println(text);".repeat(9330);
        Compiled.with(List.of(), List.of(new AsyncProcessor()), LARGE.formatted(awaits, statements))
                .failsAt(9, "the method is too large once its awaits are woven", "split it");
    }

    private static final String WIDE =
            """
            import static dev.weft.Weft.*;
            class Wide {
                @dev.weft.Async
                static dev.weft.Coroutine<Integer> wide(%s) {
                    await(yieldNow());
                    return done(p1);
                }
            }
            """;

    @Test
    void methodWithMoreParametersThanItsBodyHasRoomForIsRefused() {
        Compiled.with(List.of(), List.of(new AsyncProcessor()), wide(254))
                .failsAt(4, "the method has too many parameters", "as one object");
    }

    private static String wide(int parameters) {
        return WIDE.formatted(
                IntStream.rangeClosed(1, parameters)
                        .mapToObj(i -> "int p" + i)
                        .collect(joining(",")));
    }
}
