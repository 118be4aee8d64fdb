package dev.weft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hosts of javac that keep class files to themselves, and a javac that is newer than Weft. */
class OddOutputTest {

    private static final JavaFileObject CART =
            new SimpleJavaFileObject(URI.create("mem:///Cart.java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return """
                    class Cart {
                        @dev.weft.Async void total() {}
                    }
                    """;
                }
            };

    @TempDir java.nio.file.Path folder;

    @Test
    void classFileThatIsKeptInMemoryIsMissed() throws IOException {
        assertThat(compile(bytes -> {}))
                .contains("Cart.java:2: error: Weft cannot find the class file of Cart");
    }

    @Test
    void classFileOfTheFutureIsRefused() throws IOException {
        assertThat(compile(this::writeAsJava99))
                .contains(
                        "Cart.java:2: error: Weft cannot read the class file of Cart, which is of"
                                + " Java 99: use a newer version of Weft, or compile with --release"
                                + " for an older Java");
    }

    private void writeAsJava99(byte[] classFile) throws IOException {
        classFile[7] = (byte) (99 + 44);
        java.nio.file.Files.write(folder.resolve("Cart.class"), classFile);
    }

    private interface Sink {
        void write(byte[] classFile) throws IOException;
    }

    private String compile(Sink sink) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        try (JavaFileManager files =
                new Diverting(javac.getStandardFileManager(null, null, null), sink)) {
            var task = javac.getTask(null, files, found, options, null, List.of(CART));
            task.setProcessors(List.of(new AsyncProcessor()));
            assertThat(task.call()).isFalse();
        }
        assertThat(found.getDiagnostics()).hasSize(1);
        return found.getDiagnostics().get(0).toString();
    }

    /** Hands class files to a sink; what reads them back asks the disk. */
    private static final class Diverting extends ForwardingJavaFileManager<JavaFileManager> {
        private final Sink sink;

        Diverting(JavaFileManager disk, Sink sink) {
            super(disk);
            this.sink = sink;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling)
                throws IOException {
            JavaFileObject onDisk = super.getJavaFileForOutput(location, name, kind, sibling);
            return new ForwardingJavaFileObject<>(onDisk) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() throws IOException {
                            sink.write(toByteArray());
                        }
                    };
                }
            };
        }
    }
}
