package dev.weft.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The folder of the source file: javac's class output when it is told of none. */
final class BesideSource implements ClassOutput {

    private final Path source;

    BesideSource(Path source) {
        this.source = source;
    }

    @Override
    public @Nullable State state(String internalName, TypeElement type) throws IOException {
        try {
            Path file = file(internalName);
            return new State(Files.readAllBytes(file), Files.getLastModifiedTime(file).toMillis());
        } catch (NoSuchFileException absent) {
            return null;
        }
    }

    @Override
    public void add(String internalName, byte[] bytes, TypeElement type) throws IOException {
        Files.write(file(internalName), bytes);
    }

    @Override
    public void replace(String internalName, byte[] before, byte[] after, TypeElement type)
            throws IOException {
        Files.write(file(internalName), after);
    }

    private Path file(String internalName) {
        return source.resolveSibling(
                internalName.substring(internalName.lastIndexOf('/') + 1) + ".class");
    }
}
