package dev.weft.differential;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jdt.internal.compiler.batch.Main;

/** Eclipse's compiler, which knows nothing of Weft. */
final class EclipseCompiler {

    private EclipseCompiler() {}

    /** Compiles the sources into a folder. */
    static void compile(Collection<Source> sources, Path folder, List<String> options) {
        try {
            Path root = Files.createTempDirectory("weft-ecj");
            List<String> arguments = new ArrayList<>(options);
            arguments.addAll(List.of("-nowarn", "-proc:none", "-d", folder.toString()));
            for (Source source : sources) {
                Path file = root.resolve(source.path());
                Files.createDirectories(file.getParent());
                arguments.add(Files.writeString(file, source.text()).toString());
            }
            StringWriter errors = new StringWriter();
            Main ecj =
                    new Main(new PrintWriter(errors), new PrintWriter(errors), false, null, null);
            if (!ecj.compile(arguments.toArray(String[]::new)))
                throw new CorpusCompiler.Rejected(errors.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class files in a folder, by class name. */
    static Map<String, byte[]> classes(Path folder) {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.endsWith(".class"))
                    classes.put(
                            name.substring(0, name.length() - 6).replace('/', '.'),
                            Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }
}
