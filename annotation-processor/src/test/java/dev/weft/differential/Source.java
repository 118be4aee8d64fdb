package dev.weft.differential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.SimpleJavaFileObject;

/**
 * A compilation unit.
 *
 * @param path path with slashes, as {@code corpus/Loops.java}
 */
record Source(String path, String text) {

    /** All Java sources under a folder of the test resources, which is part of their paths. */
    static List<Source> resources(String folder) {
        URL root = Objects.requireNonNull(Source.class.getResource('/' + folder), "no " + folder);
        Path directory = path(root);
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> read(directory.getParent(), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path path(URL url) {
        try {
            URI uri = url.toURI();
            if (uri.getScheme().equals("jar")) open(uri);
            return Path.of(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another module finds the sources in this one's jar. */
    private static void open(URI jar) {
        try {
            FileSystems.newFileSystem(jar, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source read(Path root, Path file) {
        try {
            String path = root.relativize(file).toString().replace('\\', '/');
            return new Source(path, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the top-level class. */
    String className() {
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }

    SimpleJavaFileObject file() {
        return new SimpleJavaFileObject(
                URI.create("source:///" + path), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}
