package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plans of some programs, as {@code -Aweft.explain} writes them. Where a plan has changed on
 * purpose, {@code -Dweft.plans=write} writes the expected texts anew.
 */
class PlansTest {

    private static final Path PLANS = Path.of("src/test/resources/plans");

    /** Compilers number lambdas in different ways. */
    private static final Pattern LAMBDA_NUMBER =
            Pattern.compile("(?<=lambda[$_]\\w{1,20}[$_])\\d+");

    @TempDir Path folder;

    static Stream<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void plansAreAsExpected(Path program) throws IOException {
        Compiler compiler = new Compiler(folder, "-g", "-Aweft.explain=" + folder.resolve("plans"));
        assertThat(compiler.compile(program)).isEmpty();
        Path file = folder.resolve("plans/" + program.getFileName() + ".txt");
        String plans = LAMBDA_NUMBER.matcher(Files.readString(file)).replaceAll("N");
        Path expected = Path.of(program + ".txt");
        if ("write".equals(System.getProperty("weft.plans"))) Files.writeString(expected, plans);
        assertThat(plans).isEqualTo(Files.readString(expected));
    }

    @Test
    void aSourceThatIsNoLongerAsyncLosesItsPlans() throws IOException {
        Compiler compiler = new Compiler(folder, "-Aweft.explain=" + folder.resolve("plans"));
        Path source = folder.resolve("Task.java");
        Files.writeString(source, "class Task { @dev.weft.Async static void main() {} }");
        assertThat(compiler.compile(source)).isEmpty();
        assertThat(folder.resolve("plans/Task.java.txt")).exists();
        Files.writeString(source, "class Task { static void main() {} }");
        assertThat(compiler.compile(source)).isEmpty();
        assertThat(folder.resolve("plans/Task.java.txt")).doesNotExist();
    }
}
