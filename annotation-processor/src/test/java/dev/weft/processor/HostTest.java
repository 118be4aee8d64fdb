package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilers other than javac, and build tools around it. */
class HostTest {

    @TempDir Path folder;

    @Test
    void eclipsesCompilerIsTold() throws IOException {
        Path source = folder.resolve("Cart.java");
        Files.writeString(source, "class Cart { @dev.weft.Async void total() {} }");
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler ecj = new EclipseCompiler();
        try (var files = ecj.getStandardFileManager(found, null, null)) {
            List<String> options =
                    List.of(
                            "--release",
                            "17",
                            "-d",
                            folder.toString(),
                            "-cp",
                            System.getProperty("java.class.path"));
            var units = files.getJavaFileObjects(source);
            var task = ecj.getTask(new StringWriter(), files, found, options, null, units);
            task.setProcessors(List.of(new AsyncProcessor()));
            assertThat(task.call()).isTrue();
        }
        assertThat(found.getDiagnostics())
                .singleElement()
                .satisfies(
                        note -> {
                            assertThat(note.getKind()).isEqualTo(Diagnostic.Kind.NOTE);
                            assertThat(note.getMessage(Locale.ROOT))
                                    .startsWith("Weft cannot weave here: it needs javac");
                        });
    }

    @Test
    void wrappedJavacIsUnwrapped() throws IOException {
        String cart = "class Cart { @dev.weft.Async void total() {} }";
        AsyncProcessor inner = new AsyncProcessor(types -> new MarkingWeaver());
        Compiled.with(List.of(), List.of(new Wrapping(inner)), cart).succeeds().isMarked("Cart");
    }

    /** Hands a processor an environment of its own, as build tools do. */
    private static final class Wrapping extends AbstractProcessor {
        private final AsyncProcessor processor;

        Wrapping(AsyncProcessor processor) {
            this.processor = processor;
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            processor.init(new WrappedEnvironment(environment));
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            return false;
        }
    }
}
