package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.weft.processor.check.Check;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Patches make the findings go that have one certain remedy, and leave the rest of the text. */
class FixesTest {

    private static final Pattern PRINTS = Pattern.compile("(?m)^// prints: (.*)$");

    @TempDir Path folder;

    static Stream<Check> checksWithFixes() {
        return Arrays.stream(Check.values()).filter(FixesTest::hasFix);
    }

    private static boolean hasFix(Check check) {
        try {
            return CheckPagesTest.page(check)
                    .contains("With `-Aweft.fix=DIR` a patch there makes the one from the other.");
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("checksWithFixes")
    void patchMakesThePagesRightCodeOfTheWrong(Check check) throws IOException {
        String wrong = CheckPagesTest.code(check, "Wrong");
        assertThat(Patched.of(folder, "Page", wrong, List.of()).text())
                .isEqualTo(CheckPagesTest.code(check, "Right"));
    }

    static Stream<Path> programsToFix() throws IOException, URISyntaxException {
        return sources("/fix");
    }

    static Stream<Path> badPrograms() throws IOException, URISyntaxException {
        return sources("/bad");
    }

    @ParameterizedTest
    @MethodSource("programsToFix")
    void patchedProgramCompilesAndDoesWhatItShould(Path source) throws Exception {
        String name = name(source);
        String text = Files.readString(source);
        Matcher prints = PRINTS.matcher(text);
        assertThat(prints.find()).isTrue();
        Patched patched = Patched.of(folder.resolve("fix"), name, text, List.of());
        assertThat(patched.before().diagnostics()).isNotEmpty();
        Compilation after = Patched.compile(name, patched.text(), List.of());
        assertThat(after.diagnostics()).as(patched.text()).isEmpty();
        assertThat(run(after, name)).isEqualTo(prints.group(1));
    }

    @ParameterizedTest
    @MethodSource("badPrograms")
    void patchedProgramHasNothingLeftToFix(Path source) throws IOException {
        String name = name(source);
        List<String> options = ProgramsTest.options(source);
        String text = Files.readString(source);
        Patched once = Patched.of(folder.resolve("once"), name, text, options);
        Patched twice = Patched.of(folder.resolve("twice"), name, once.text(), options);
        assertThat(once.before().notes()).as("what is left out").isEmpty();
        assertThat(twice.diff()).isEmpty();
        assertThat(othersErrors(twice.before()))
                .as(once.diff())
                .isEqualTo(othersErrors(once.before()));
        if (!once.diff().isEmpty()) {
            assertThat(twice.before().diagnostics())
                    .hasSizeLessThan(once.before().diagnostics().size());
        }
    }

    /** What javac itself finds fault with. */
    private static List<String> othersErrors(Compilation compiled) {
        return compiled.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .filter(message -> !message.contains("[weft:"))
                .toList();
    }

    private static final String TABS =
            "class Tabs {\r\n"
                    + "\t/* before */ @dev.weft.Async dev.weft.Coroutine<Void> run()\t{\r\n"
                    + "\t\tdev.weft.Weft . sleep( java.time.Duration.ZERO ) /* here */ ; // all\r\n"
                    + "\t\treturn dev.weft.Weft.done( ) ;\r\n"
                    + "\t}\r\n"
                    + "}";

    @Test
    void textAroundIsLeftToTheCharacter() throws IOException {
        assertThat(Patched.of(folder, "Tabs", TABS, List.of()).text())
                .isEqualTo(
                        "import static dev.weft.Weft.await;\r\n\r\n"
                                + TABS.replace(
                                        "dev.weft.Weft . sleep( java.time.Duration.ZERO )",
                                        "await(dev.weft.Weft . sleep( java.time.Duration.ZERO ))"));
    }

    @Test
    void patchAppliesWithGit() throws Exception {
        Files.writeString(folder.resolve("Tabs.java"), TABS);
        Path fixes = Files.createDirectory(folder.resolve("fixes"));
        Patched patched = Patched.of(fixes, "Tabs", TABS, List.of());
        Process git =
                new ProcessBuilder("git", "apply", "fixes/Tabs.java.patch")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(git.getInputStream().readAllBytes());
        assertThat(git.waitFor()).as(output).isZero();
        assertThat(Files.readString(folder.resolve("Tabs.java"))).isEqualTo(patched.text());
    }

    @Test
    void hiddenNamesAreQualified() throws IOException {
        String source =
                """
                package shop;

                import dev.weft.Async;
                import dev.weft.Coroutine;

                class Shop extends Thread {
                    class Duration {}

                    void await() {}

                    @Async
                    Coroutine<Void> open() throws InterruptedException {
                        Thread.sleep(1);
                        return dev.weft.Weft.done();
                    }
                }
                """;
        assertThat(Patched.of(folder, "shop.Shop", source, List.of()).text())
                .isEqualTo(
                        source.replace(
                                        "Thread.sleep(1)",
                                        "Weft.await(Weft.sleep(java.time.Duration.ofMillis(1)))")
                                .replace(
                                        "import dev.weft.Coroutine;\n",
                                        "import dev.weft.Coroutine;\nimport dev.weft.Weft;\n"));
    }

    @Test
    void importsStandAmongTheirLike() throws IOException {
        String source =
                """
                package shop;

                import static dev.weft.Weft.done;

                import dev.weft.Async;
                import dev.weft.Coroutine;

                class Shop {
                    @Async
                    Coroutine<Void> open() throws InterruptedException {
                        Thread.sleep(1);
                        return done();
                    }
                }
                """;
        assertThat(Patched.of(folder, "shop.Shop", source, List.of()).text())
                .startsWith(
                        """
                        package shop;

                        import static dev.weft.Weft.await;
                        import static dev.weft.Weft.done;
                        import static dev.weft.Weft.sleep;

                        import dev.weft.Async;
                        import dev.weft.Coroutine;
                        import java.time.Duration;

                        class Shop {
                        """);
    }

    @Test
    void remediesInsideOfOthersAreBothMade() throws IOException {
        String source =
                """
                import static dev.weft.Weft.*;
                import dev.weft.*;
                import java.time.Duration;
                import java.util.concurrent.*;

                class Shop {
                    @Async
                    Coroutine<Void> open(CompletableFuture<CompletableFuture<Integer>> time)
                            throws Exception {
                        Thread.sleep(time.get().get());
                        return done();
                    }
                }
                """;
        assertThat(Patched.of(folder, "Shop", source, List.of()).text())
                .isEqualTo(
                        source.replace(
                                "Thread.sleep(time.get().get())",
                                "await(sleep(Duration.ofMillis(await(await(time)))))"));
    }

    @Test
    void patchGoesWhenNothingIsLeftToFix() throws IOException {
        Patched first = Patched.of(folder, "Tabs", TABS, List.of());
        assertThat(folder.resolve("Tabs.java.patch")).exists();
        Patched.of(folder, "Tabs", first.text(), List.of());
        assertThat(folder.resolve("Tabs.java.patch")).doesNotExist();
    }

    private static Stream<Path> sources(String resource) throws IOException, URISyntaxException {
        URL url = Objects.requireNonNull(FixesTest.class.getResource(resource));
        try (Stream<Path> files = Files.list(Path.of(url.toURI()))) {
            return files.sorted().toList().stream();
        }
    }

    private static String name(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private String run(Compilation compiled, String mainClass) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        for (JavaFileObject file : compiled.generatedFiles()) {
            if (file.getLastModified() == 0) { // what was only looked for, and is not there
                continue;
            }
            String name = Path.of(file.toUri().getPath()).getFileName().toString();
            try (var in = file.openInputStream()) {
                Files.write(classes.resolve(name), in.readAllBytes());
            }
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
        Process process =
                new ProcessBuilder(
                                java,
                                "-Xverify:all",
                                "-XX:-PrintWarnings",
                                "-cp",
                                classPath,
                                mainClass)
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output.strip();
    }
}
