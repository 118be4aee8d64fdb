package dev.weft.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command says to those who call it. */
class UsageTest {

    private final Project project = new Project(Path.of("."));

    @Test
    void helpIsNoMisuse() {
        assertThat(project.run("--help")).isZero();
        assertThat(project.out()).startsWith("usage: java -jar weft-processor.jar weave");
        assertThat(project.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "weave, name a folder or jar to weave",
        "weave --class-path, --class-path needs a value",
        "weave --fast classes, there is no option --fast",
        "unweave classes, there is no command unweave"
    })
    void misuseIsSaid(String arguments, String message) {
        assertThat(project.run(arguments.split(" "))).isEqualTo(2);
        assertThat(project.err()).startsWith(message).contains("usage:");
        assertThat(project.out()).isEmpty();
    }

    @Test
    void absentTargetIsAnError() {
        assertThat(project.run("weave", "no/such/folder")).isEqualTo(1);
        assertThat(project.err()).contains("error: no/such/folder: there is no such folder or jar");
    }
}
