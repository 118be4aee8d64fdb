package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's examples are programs that do what the README says. */
class ReadmeTest {

    private static final Pattern EXAMPLE =
            Pattern.compile(
                    "```java\n(.*?class (\\w+).*?)```\n+It prints `([^`]+)`", Pattern.DOTALL);

    @TempDir Path folder;

    static Stream<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../README.md"))).results();
    }

    @Test
    void readmeHasExamples() throws IOException {
        assertThat(examples()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplePrintsWhatTheReadmeSays(MatchResult example) throws Exception {
        Path source = folder.resolve(example.group(2) + ".java");
        Files.writeString(source, example.group(1));
        assertThat(compile(source)).isEmpty();
        assertThat(run(example.group(2))).isEqualToIgnoringNewLines(example.group(3));
    }

    private String compile(Path source) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter output = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            List<String> options = List.of("-d", folder.toString(), "-cp", classPath());
            var units = files.getJavaFileObjects(source);
            var task = javac.getTask(output, files, null, options, null, units);
            task.setProcessors(List.of(new AsyncProcessor()));
            task.call();
        }
        return output.toString();
    }

    private String run(String mainClass) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = folder + File.pathSeparator + classPath();
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xverify:all",
                                "-XX:-PrintWarnings",
                                "-cp",
                                classes,
                                mainClass)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
