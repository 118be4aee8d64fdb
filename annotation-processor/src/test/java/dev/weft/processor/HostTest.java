package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import dev.weft.ReadmeRow;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.ProcessingEnvironment;
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
    @ReadmeRow("Eclipse, VS Code, 17 to 25")
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

    private static final String CART = "class Cart { @dev.weft.Async void total() {} }";

    @Test
    @ReadmeRow("Gradle, 17 to 25")
    void environmentOfGradleIsUnwrapped() throws IOException {
        compile(WrappedEnvironment::new).succeeds().isMarked("Cart");
    }

    @Test
    @ReadmeRow("kapt, 17 to 25")
    void environmentOfKaptIsUnwrapped() throws IOException {
        compile(KaptEnvironment::new).succeeds().isMarked("Cart");
    }

    @Test
    void environmentsOfSeveralToolsAreUnwrapped() throws IOException {
        compile(javac -> proxy(new KaptEnvironment(new WrappedEnvironment(proxy(javac)))))
                .succeeds()
                .isMarked("Cart");
    }

    private static Compiled compile(UnaryOperator<ProcessingEnvironment> around) {
        AsyncProcessor inner = new AsyncProcessor(types -> new MarkingWeaver());
        return Compiled.with(List.of(), List.of(new Wrapping(inner, around)), CART);
    }

    /** As IntelliJ IDEA's builder makes one: its handler has captured what it wraps. */
    static ProcessingEnvironment proxy(ProcessingEnvironment delegateTo) {
        return (ProcessingEnvironment)
                Proxy.newProxyInstance(
                        HostTest.class.getClassLoader(),
                        new Class<?>[] {ProcessingEnvironment.class},
                        new InvocationHandler() {
                            @Override
                            public Object invoke(Object proxy, Method method, Object[] arguments)
                                    throws Throwable {
                                return method.invoke(delegateTo, arguments);
                            }
                        });
    }

    /** Two compilations in one process, as a daemon runs them, after an error in one before. */
    @Test
    void compilationLeavesNothingBehind() throws IOException {
        Set<String> before = System.getProperties().stringPropertyNames();
        compile(UnaryOperator.identity()).succeeds().isMarked("Cart");
        AsyncProcessor broken = new AsyncProcessor(types -> Compiled.refusing("total", 1));
        Compiled.with(List.of(), List.of(broken), CART).failsAt(1, "refused");
        compile(UnaryOperator.identity()).succeeds().isMarked("Cart");
        assertThat(System.getProperties().stringPropertyNames()).isEqualTo(before);
    }

    @Test
    void compilationIsNotKept() throws IOException {
        WeakReference<Object> task = new WeakReference<>(compiled());
        for (int i = 0; i < 100 && task.get() != null; i++) System.gc();
        assertThat(task.get()).isNull();
    }

    /** The identity of a compilation that is over. */
    private Object compiled() throws IOException {
        List<Object> seen = new ArrayList<>();
        compile(
                javac -> {
                    seen.add(JavacTask.instance(javac));
                    return javac;
                });
        return seen.get(0);
    }
}
