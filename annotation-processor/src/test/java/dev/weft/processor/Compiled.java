package dev.weft.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.weft.weaver.Weaving;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** A compilation in memory, and what can be asked of it. */
record Compiled(Compilation result) {

    /** With the marking weaver. */
    static Compiled marked(List<String> options, String... sources) {
        return with(options, List.of(new AsyncProcessor(types -> new MarkingWeaver())), sources);
    }

    static Compiled with(ClassWeaver weaver, String... sources) {
        return with(List.of(), List.of(new AsyncProcessor(types -> weaver)), sources);
    }

    static Compiled with(List<String> options, List<Processor> processors, String... sources) {
        return new Compiled(
                javac().withOptions(options)
                        .withProcessors(processors)
                        .compile(Arrays.stream(sources).map(Compiled::source).toList()));
    }

    /** The file is named for the first type that the source declares. */
    private static JavaFileObject source(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("\\W+")));
        int keyword =
                Stream.of("class", "interface", "enum", "record")
                        .mapToInt(words::indexOf)
                        .filter(at -> at >= 0)
                        .min()
                        .orElseThrow();
        return JavaFileObjects.forSourceString(words.get(keyword + 1), text);
    }

    Compiled succeeds() {
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.status()).isEqualTo(Compilation.Status.SUCCESS);
        return this;
    }

    Compiled isMarked(String... binaryNames) throws IOException {
        for (String name : binaryNames) {
            assertThat(bytes(name)).as(name).contains(MarkingWeaver.MARK);
            assertThat(bytes(name + "$$frame")).as(name).isNotEmpty();
        }
        return this;
    }

    Compiled isNotMarked(String... binaryNames) throws IOException {
        for (String name : binaryNames) {
            assertThat(bytes(name)).as(name).doesNotContain(MarkingWeaver.MARK);
        }
        return this;
    }

    /** Fails with exactly one error, on that line. */
    Compiled failsAt(long line, String... fragments) {
        assertThat(result.errors()).hasSize(1);
        Diagnostic<?> error = result.errors().get(0);
        assertThat(error.getLineNumber()).as(error.toString()).isEqualTo(line);
        assertThat(error.getMessage(Locale.ROOT)).contains(fragments).doesNotContain("\n");
        return this;
    }

    private String bytes(String name) throws IOException {
        String file = name.replace('.', '/') + ".class";
        JavaFileObject classFile =
                result.generatedFile(StandardLocation.CLASS_OUTPUT, file).orElseThrow();
        try (InputStream in = classFile.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** A weaver that finds fault with a line. */
    static ClassWeaver refusing(String method, int line) {
        Weaving.Problem problem = new Weaving.Problem(method, "()V", line, "refused: " + method);
        return classFile -> new Weaving.Refused(List.of(problem));
    }
}
