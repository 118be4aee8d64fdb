package dev.weft.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of class files. What is written has the time of its writing, as after a compilation:
 * what is made of it is out of date.
 */
record Folder(Path path) implements Target {

    @Override
    public List<ClassFileEntry> read() throws IOException {
        List<ClassFileEntry> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                String name = path.relativize(file).toString().replace('\\', '/');
                if (ClassFileEntry.isOne(name) && Files.isRegularFile(file)) {
                    found.add(ClassFileEntry.of(name, Files.readAllBytes(file)));
                }
            }
        }
        return found;
    }

    @Override
    public List<String> locks() {
        return List.of();
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        for (Map.Entry<String, byte[]> file : outcome.written.entrySet()) {
            Path target = path.resolve(file.getKey());
            Replacement.of(target, out -> out.write(file.getValue()));
        }
        for (String stale : outcome.stale) Files.delete(path.resolve(stale));
    }
}
