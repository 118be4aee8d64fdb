package dev.weft.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What Ctrl-C does to the program, as a process of its own. */
@EnabledOnOs(OS.LINUX)
class InterruptTest {
    @Test
    @Timeout(60)
    void ctrlCPrintsWhatIsFoundAndEndsWith130() throws Exception {
        try (GeneratedSite site = new GeneratedSite()) {
            site.page("/", "<a href='missing.html'>1</a>\n<a href='slow.html'>2</a>");
            Process linkcheck =
                    new ProcessBuilder(
                                    // a test run in the background passes on that Ctrl-C is ignored
                                    "env",
                                    "--default-signal=INT",
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Main.class.getName(),
                                    "--no-progress",
                                    "--workers",
                                    "1",
                                    site.root())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            try {
                site.awaitSlowAsked();
                new ProcessBuilder("kill", "-INT", Long.toString(linkcheck.pid()))
                        .start()
                        .waitFor();
                String output =
                        new String(
                                linkcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(linkcheck.waitFor(30, TimeUnit.SECONDS)).isTrue();
                List<String> lines = output.lines().toList();
                assertThat(lines).hasSize(5);
                assertThat(lines.subList(0, 3))
                        .containsExactly(
                                "Interrupted. Found so far:",
                                site.root(),
                                "  line 1: missing.html (status 404)");
                assertThat(lines.get(3)).startsWith("1 pages, 2 links, 1 broken");
                assertThat(lines.get(4)).startsWith("1 links lead to pages that were not visited");
                assertThat(linkcheck.exitValue()).isEqualTo(130);
            } finally {
                linkcheck.destroyForcibly();
            }
        }
    }
}
