package dev.weft;

import static dev.weft.Script.first;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Debug mode, in a JVM of its own, as it is chosen at the start. */
class DebugTest {
    static final class Program {
        private static final Logger LOGGER = Logger.getLogger("dev.weft");

        private Program() {}

        public static void main(String[] args) throws Exception {
            Weft.run(first(v -> first(w -> "awaited")));
            forget();
            Weft.run(
                    first(
                            v -> {
                                EventLoop.running().setSlowCallbackDuration(Duration.ZERO);
                                return Weft.yieldNow();
                            }));
            AtomicBoolean said = new AtomicBoolean();
            LOGGER.setFilter(
                    record -> {
                        if (isReport(record)) {
                            said.set(true);
                        }
                        return true;
                    });
            int tries = Boolean.getBoolean("weft.debug") ? 500 : 10;
            for (int i = 0; i < tries && !said.get(); i++) {
                System.gc();
                Weft.run(Weft.toThread(() -> pause()));
            }
        }

        private static boolean isReport(LogRecord record) {
            return record.getMessage().contains("never awaited");
        }

        private static Object pause() throws InterruptedException {
            Thread.sleep(20);
            return 1;
        }

        private static void forget() {
            first(v -> "never awaited");
        }
    }

    private static String output(String... options) throws Exception {
        var command = new java.util.ArrayList<String>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(java.util.List.of(options));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Program.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }

    @Test
    void aCoroutineThatNobodyAwaitsIsReportedWithWhereItWasMade() throws Exception {
        assertThat(output("-Dweft.debug=true"))
                .contains("was never awaited")
                .contains("Program.forget")
                .containsOnlyOnce("was never awaited")
                .contains("Running task Task-1 took");
    }

    @Test
    void withoutDebugModeNothingIsSaid() throws Exception {
        assertThat(output()).isEmpty();
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(Weft.version()).matches("\\d+\\.\\d+.*");
    }
}
