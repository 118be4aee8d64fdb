package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.processor.check.Check;
import dev.weft.processor.check.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check has a page, whose wrong code it finds fault with, and nobody with the right code. */
class CheckPagesTest {

    private static final Path PAGES = Path.of("../docs/checks");

    /** What the code of a page may use without saying so. */
    private static final String AROUND =
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;
            import java.io.*;
            import java.time.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;

            class Page {
                @Async
                static Coroutine<String> fetch(String page) {
                    await(yieldNow());
                    return done(page);
                }

                static class Site implements AsyncCloseable {
                    Coroutine<String> read(String page) {
                        return fetch(page);
                    }

                    @Override
                    public Coroutine<Void> closeAsync() {
                        return done();
                    }
                }

                %s
            }
            """;

    @ParameterizedTest
    @EnumSource(Check.class)
    void checkHasAPageThatSaysHowSevereItIs(Check check) throws IOException {
        assertThat(page(check))
                .startsWith("# " + check.id() + "\n\n" + severity(check))
                .doesNotContain("```java\n```");
    }

    private static String severity(Check check) {
        if (!check.isOptional()) {
            return "Always an error: what it finds could not be woven.\n";
        }
        String option = ", unless `-A" + check.option() + "=` says ";
        return switch (check.preset()) {
            case ERROR -> "An error" + option + "`warn` or `off`.\n";
            case WARN -> "A warning" + option + "`error` or `off`.\n";
            case OFF -> "Off" + option + "`warn` or `error`.\n";
        };
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void wrongCodeIsFoundByItsCheckOnly(Check check) throws IOException {
        Compilation compiled = compile(check, code(check, "Wrong"));
        assertThat(compiled.diagnostics())
                .isNotEmpty()
                .allMatch(
                        found ->
                                found.getMessage(Locale.ROOT)
                                        .endsWith("[weft:" + check.id() + "]"));
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void rightCodeIsFoundByNone(Check check) throws IOException {
        assertThat(compile(check, code(check, "Right")).diagnostics()).isEmpty();
    }

    @Test
    void indexListsEveryCheck() throws IOException {
        String index = Files.readString(PAGES.resolve("README.md"));
        for (Check check : Check.values()) {
            String severity =
                    !check.isOptional()
                            ? "always an error"
                            : check.preset() == Severity.WARN ? "warning" : check.preset().word();
            assertThat(index)
                    .containsPattern(
                            "\\| \\[%1$s]\\(%1$s\\.md\\) \\| .+ \\| %2$s \\|\n"
                                    .formatted(check.id(), severity));
        }
        try (var pages = Files.list(PAGES)) {
            assertThat(pages).hasSize(Check.values().length + 1);
        }
    }

    static String code(Check check, String heading) throws IOException {
        Matcher block =
                Pattern.compile("## " + heading + "\n\n```java\n(.*?)```\n", Pattern.DOTALL)
                        .matcher(page(check));
        assertThat(block.find()).isTrue();
        return AROUND.formatted(block.group(1).indent(4).strip());
    }

    static Compilation compile(Check check, String source, String... options) {
        Severity severity = check.preset() == Severity.OFF ? Severity.WARN : check.preset();
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-A" + check.option() + "=" + severity.word());
        return Compiler.javac()
                .withOptions(all)
                .withProcessors(new AsyncProcessor())
                .compile(JavaFileObjects.forSourceString("Page", source));
    }

    static String page(Check check) throws IOException {
        return Files.readString(PAGES.resolve(check.id() + ".md"));
    }
}
