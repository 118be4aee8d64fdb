package dev.weft.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A host of javac that keeps class files in memory: it hands out a new file object at every call,
 * and who asks for a class file is sent to the disk, where there is none or an old one.
 */
final class MemoryHost {

    /** What javac has written, by class name. */
    final Map<String, byte[]> classes = new TreeMap<>();

    private final Path folder;

    MemoryHost(Path folder) {
        this.folder = folder;
    }

    /** Compiles a source; what the compiler has to say. */
    String compile(String name, String text, List<String> options, Processor... processors)
            throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        JavaFileObject source =
                new SimpleJavaFileObject(
                        URI.create("memory:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        StringWriter output = new StringWriter();
        try (var disk = javac.getStandardFileManager(null, null, null)) {
            var task = javac.getTask(output, new Kept(disk), null, all, null, List.of(source));
            if (processors.length > 0) task.setProcessors(List.of(processors));
            task.call();
        }
        return output.toString();
    }

    /**
     * What an instrumenter does behind the compilation: it writes the class files from what the
     * host has kept.
     */
    void instrument() throws IOException {
        for (Map.Entry<String, byte[]> file : classes.entrySet()) {
            Path path = folder.resolve(file.getKey().replace('.', '/') + ".class");
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    boolean isMarked(String name) {
        return isMarked(classes.getOrDefault(name, new byte[0]));
    }

    static boolean isMarked(byte[] classFile) {
        return new String(classFile, StandardCharsets.ISO_8859_1).contains(MarkingWeaver.MARK);
    }

    private final class Kept extends ForwardingJavaFileManager<JavaFileManager> {

        Kept(JavaFileManager disk) {
            super(disk);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(
                    folder.resolve(name.replace('.', '/') + kind.extension).toUri(), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classes.put(name, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
