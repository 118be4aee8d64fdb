package dev.weft.processor.report;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A folder that reports are written to; other compilations may write to it at the same time. */
final class Folder {

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Writes a file, so that nobody ever sees a part of it; leaves it alone if it is the same. */
    void write(String name, String text) throws IOException {
        if (text.equals(read(name))) return;
        Path file = path.resolve(name);
        Path parent = file.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".weft", ".tmp");
        try {
            Files.writeString(draft, text);
            // What is replaced otherwise is gone for a moment.
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    void delete(String name) throws IOException {
        Files.deleteIfExists(path.resolve(name));
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /** What a file says; null if there is none, or none any more. */
    @Nullable String read(String name) throws IOException {
        try {
            return Files.readString(path.resolve(name));
        } catch (NoSuchFileException gone) {
            return null;
        }
    }

    /** The names of the files that end so, sorted, with slashes. */
    List<String> names(String ending) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        String name = path.relativize(file).toString().replace('\\', '/');
                        if (name.endsWith(ending)) names.add(name);
                        return FileVisitResult.CONTINUE;
                    }

                    /** Somebody else has taken it away. */
                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(names);
        return names;
    }
}
