package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Ctrl-C, sent to JVMs of their own. */
@DisabledOnOs(OS.WINDOWS)
class InterruptTest {
    /** Cleans up when it is cancelled, as told by its argument. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) {
            Script<Object> main =
                    first(
                                    v -> {
                                        System.out.println("running");
                                        return Weft.sleep(Duration.ofSeconds(60));
                                    })
                            .rescue(t -> cleanUp(args[0], t))
                            .last(() -> System.out.println("finally"));
            try {
                System.out.println("gave " + Weft.<Object>run(main));
            } finally {
                System.out.println("after run");
            }
        }

        private static Object cleanUp(String how, Throwable thrown) throws Throwable {
            System.out.println("caught " + thrown.getClass().getSimpleName());
            switch (how) {
                case "survive":
                    return "survived";
                case "hang":
                    return Weft.sleep(Duration.ofSeconds(60));
                default:
                    throw thrown;
            }
        }
    }

    private final List<String> lines = new ArrayList<>();

    private int exitStatus(String how, int signals) throws Exception {
        Process process =
                new ProcessBuilder(
                                // a test run in the background passes on that Ctrl-C is ignored
                                "env",
                                "--default-signal=INT",
                                System.getProperty("java.home") + "/bin/java",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Program.class.getName(),
                                how)
                        .redirectError(new File("/dev/null"))
                        .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            for (int i = 0; i < signals; i++) {
                lines.add(out.readLine());
                new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            }
            out.lines().forEach(lines::add);
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void theFirstCancelsTheMainTaskAndTheProcessEndsWithStatus130() throws Exception {
        assertThat(exitStatus("obey", 1)).isEqualTo(130);
        assertThat(lines).containsExactly("running", "caught CancelledError", "finally");
    }

    @Test
    void theSecondEndsTheProcessAtOnce() throws Exception {
        assertThat(exitStatus("hang", 2)).isEqualTo(130);
        assertThat(lines).containsExactly("running", "caught CancelledError");
    }

    @Test
    void aMainThatReturnsAllTheSameIsBelieved() throws Exception {
        assertThat(exitStatus("survive", 1)).isZero();
        assertThat(lines)
                .containsExactly(
                        "running",
                        "caught CancelledError",
                        "finally",
                        "gave survived",
                        "after run");
    }
}
