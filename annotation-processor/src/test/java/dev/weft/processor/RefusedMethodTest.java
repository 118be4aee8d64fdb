package dev.weft.processor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

                @dev.weft.Async
                static dev.weft.Coroutine<Integer> caller() {
                    return done(await(wide(%s)));
                }
            }
            """;

    @Test
    void methodWithMoreParametersThanItsBodyHasRoomForIsRefused() {
        Compiled.with(List.of(), List.of(new AsyncProcessor()), wide(254))
                .failsAt(4, "the method has too many parameters", "as one object");
    }

    @Test
    void methodWithAsManyParametersAsItsBodyHasRoomForIsWoven() {
        Compiled.with(List.of(), List.of(new AsyncProcessor()), wide(253)).succeeds();
    }

    private static String wide(int parameters) {
        String declared =
                IntStream.rangeClosed(1, parameters)
                        .mapToObj(i -> "int p" + i)
                        .collect(joining(","));
        String passed =
                IntStream.rangeClosed(1, parameters).mapToObj(i -> "" + i).collect(joining(","));
        return WIDE.formatted(declared, passed);
    }

    @Test
    void reportTellsOfARefusalToo(@TempDir Path folder) throws IOException {
        AsyncProcessor refusing = new AsyncProcessor(types -> Compiled.refusing("total", 2));
        String cart = "class Cart {\n    @dev.weft.Async void total() {}\n}";
        Compiled.with(List.of("-Aweft.report=" + folder), List.of(refusing), cart)
                .failsAt(2, "refused: total");
        assertThat(Files.readString(folder.resolve("Cart.java.html")))
                .containsPattern("id=\"L2\".*\n.*<p class=\"finding error\">refused: total</p>")
                .contains("not woven: the compilation failed", "1 finding<");
    }
}
