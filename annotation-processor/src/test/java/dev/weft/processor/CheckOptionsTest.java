package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Options set the severity of checks. */
class CheckOptionsTest {

    private static final String UNAWAITED =
            """
            class Shop {
                @dev.weft.Async dev.weft.Coroutine<Integer> price() { return dev.weft.Weft.done(1); }
                void forgets() { price(); }
            }
            """;

    private static final String MISPLACED =
            """
            class Shop {
                void waits() { dev.weft.Weft.await(dev.weft.Weft.yieldNow()); }
            }
            """;

    @Test
    void findsErrorsUnlessTold() {
        Compilation compiled = compile(UNAWAITED);
        assertThat(compiled.errors()).hasSize(1);
        assertThat(compiled.warnings()).isEmpty();
    }

    @Test
    void warnsWhenTold() {
        Compilation compiled = compile(UNAWAITED, "-Aweft.unawaited=warn");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.warnings()).hasSize(1);
        assertThat(compiled.warnings().get(0).getLineNumber()).isEqualTo(3);
    }

    @Test
    void saysNothingWhenOff() {
        assertThat(compile(UNAWAITED, "-Aweft.unawaited=off").diagnostics()).isEmpty();
    }

    @Test
    void refusesWhatIsNoSeverity() {
        assertThat(compile(UNAWAITED, "-Aweft.unawaited=no").errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactly("-Aweft.unawaited=no says nothing: let it be off, warn or error");
        assertThat(compile(UNAWAITED, "-Aweft.unawaited").errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactly("-Aweft.unawaited says nothing: let it be off, warn or error");
    }

    @Test
    void refusesToSwitchOffWhatCouldNotBeWoven() {
        assertThat(compile(MISPLACED, "-Aweft.awaitPlace=off").errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .containsExactly(
                        "-Aweft.awaitPlace=off cannot be: what this check finds could not be woven,"
                                + " so that it stays an error");
        assertThat(compile(MISPLACED, "-Aweft.awaitPlace=error").errors()).hasSize(1);
    }

    @Test
    void cannotSuppressWhatCouldNotBeWoven() {
        String suppressed = "@SuppressWarnings(\"weft\") " + MISPLACED;
        assertThat(compile(suppressed).errors()).hasSize(1);
    }

    private static Compilation compile(String source, String... options) {
        return Compiled.with(List.of(options), List.of(new AsyncProcessor()), source).result();
    }
}
