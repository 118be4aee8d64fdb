package dev.weft.differential;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the class output in memory, and of each class file both what javac wrote first and what is
 * there in the end.
 */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final Map<String, byte[]> first = new TreeMap<>();
    private final Map<String, byte[]> last = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager files) {
        super(files);
    }

    /** The class files that javac wrote, by class name, as it wrote them. */
    Map<String, byte[]> unwoven() {
        return classes(first);
    }

    /** Class files by class name, as they are now. */
    Map<String, byte[]> written() {
        return classes(last);
    }

    private static Map<String, byte[]> classes(Map<String, byte[]> files) {
        Map<String, byte[]> classes = new TreeMap<>();
        files.forEach(
                (path, bytes) -> {
                    if (path.endsWith(".class"))
                        classes.put(path.substring(0, path.length() - 6).replace('/', '.'), bytes);
                });
        return classes;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling)
            throws IOException {
        if (location != StandardLocation.CLASS_OUTPUT)
            return super.getJavaFileForOutput(location, name, kind, sibling);
        return new Output(name.replace('.', '/') + kind.extension, kind);
    }

    @Override
    public FileObject getFileForOutput(
            Location location, String packageName, String name, @Nullable FileObject sibling)
            throws IOException {
        if (location != StandardLocation.CLASS_OUTPUT)
            return super.getFileForOutput(location, packageName, name, sibling);
        return output(packageName, name);
    }

    @Override
    public @Nullable FileObject getFileForInput(Location location, String packageName, String name)
            throws IOException {
        if (location != StandardLocation.CLASS_OUTPUT)
            return super.getFileForInput(location, packageName, name);
        Output file = output(packageName, name);
        return last.containsKey(file.path) ? file : null;
    }

    private Output output(String packageName, String name) {
        String path = packageName.isEmpty() ? name : packageName.replace('.', '/') + '/' + name;
        return new Output(path, JavaFileObject.Kind.OTHER);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a.toUri().equals(b.toUri());
    }

    /** Leaves the file manager beneath open: it is used again. */
    @Override
    public void close() {}

    private final class Output extends SimpleJavaFileObject {
        final String path;

        Output(String path, Kind kind) {
            super(URI.create("mem:///" + path), kind);
            this.path = path;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            byte[] bytes = last.get(path);
            if (bytes == null) throw new FileNotFoundException(path);
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public OutputStream openOutputStream() {
            return new ByteArrayOutputStream() {
                @Override
                public void close() {
                    if (kind == Kind.CLASS) first.putIfAbsent(path, toByteArray());
                    last.put(path, toByteArray());
                }
            };
        }
    }
}
