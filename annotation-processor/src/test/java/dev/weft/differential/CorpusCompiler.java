package dev.weft.differential;

import com.sun.source.util.JavacTask;
import dev.weft.differential.probe.Probe;
import dev.weft.eject.Ejecting;
import dev.weft.eject.Ejection;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles programs in memory: woven, or against the blocking twin. */
final class CorpusCompiler {

    /** The compiler did not accept a program. */
    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Rejected(String message) {
            super(message);
        }
    }

    /**
     * What a compilation with the processor wrote.
     *
     * @param woven the class files as they are in the end
     * @param unwoven the class files as javac wrote them
     */
    record Weaved(Map<String, byte[]> woven, Map<String, byte[]> unwoven) {}

    final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, null);
    private final Map<String, byte[]> twin;
    private final Path twinClasses;

    CorpusCompiler() {
        MemoryFiles output = new MemoryFiles(files);
        run(output, Source.resources("twin"), List.of("-classpath", location(Probe.class)), false);
        twin = output.written();
        twinClasses = store(twin);
    }

    /** Compiles with the real runtime and the real processor. */
    Weaved weave(Collection<Source> sources, List<String> options) {
        MemoryFiles output = new MemoryFiles(files);
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-classpath", runtimePath()));
        run(output, sources, all, true);
        return new Weaved(output.written(), output.unwoven());
    }

    /**
     * Sources as classes that run on the real runtime.
     *
     * @param ways the classes, made in one or several ways
     * @param unwoven the class files as javac wrote them for the processor
     */
    record Built(Map<String, Map<String, byte[]>> ways, Map<String, byte[]> unwoven) {}

    /** Ways from sources to classes that run on the real runtime. */
    interface Build {
        Built of(Collection<Source> sources, List<String> options);

        /** What a class file of the twin has to be to run beside them. */
        default byte[] asTwin(byte[] classFile) {
            return classFile;
        }
    }

    /** Compiles with the processor. */
    Build weaving() {
        return (sources, options) -> {
            Weaved weaved = weave(sources, options);
            return new Built(Map.of("woven", weaved.woven()), weaved.unwoven());
        };
    }

    /** Compiles with the processor, and what it ejects with another compiler or javac. */
    Build ejecting(JavaCompiler other) {
        return (sources, options) -> {
            List<Source> ejected = new ArrayList<>();
            Weaved weaved = eject(sources, options, ejected);
            List<String> plain = new ArrayList<>(options);
            plain.removeIf(option -> option.startsWith("-A"));
            var ways = Map.of("woven", weaved.woven(), "ejected", compile(ejected, plain, other));
            return new Built(ways, weaved.unwoven());
        };
    }

    /** Compiles what is ejected of sources that nobody weaves or checks, which is quicker. */
    Build onlyEjecting(JavaCompiler other) {
        return (sources, options) -> {
            MemoryFiles output = new MemoryFiles(files);
            List<String> plain = new ArrayList<>(options);
            plain.removeIf(option -> option.startsWith("-A"));
            List<String> all = new ArrayList<>(plain);
            all.addAll(List.of("-classpath", runtimePath(), "-proc:none", "-Xplugin:Weft off"));
            var found = new DiagnosticCollector<JavaFileObject>();
            StringWriter console = new StringWriter();
            var units = units(sources);
            var task = (JavacTask) javac.getTask(console, output, found, all, null, units);
            Ejecting ejecting = new Ejecting(task);
            accept(task.call(), console, found);
            List<Source> ejected = new ArrayList<>();
            for (Source source : sources) {
                Ejection ejection = ejecting.of(units.get(ejected.size()));
                if (!ejection.refusals().isEmpty())
                    throw new Rejected(source.path() + " is not ejected: " + ejection);
                ejected.add(new Source(source.path(), ejection.text()));
            }
            var ways = Map.of("ejected", compile(ejected, plain, other));
            return new Built(ways, output.unwoven());
        };
    }

    /** What javac warns of in sources without the processor, whatever the line. */
    Set<String> warnings(Collection<Source> sources) {
        var found = new DiagnosticCollector<JavaFileObject>();
        List<String> options =
                List.of(
                        "-Xlint:all",
                        "-Xmaxwarns",
                        "10000",
                        "-proc:none",
                        "-Xplugin:Weft off",
                        "-classpath",
                        runtimePath());
        javac.getTask(null, new MemoryFiles(files), found, options, null, units(sources)).call();
        return found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getSource() != null)
                .map(
                        diagnostic ->
                                diagnostic.getSource().getName()
                                        + ' '
                                        + diagnostic.getMessage(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sources as the processor ejects them, or as they are where it has nothing to change. */
    List<Source> eject(Collection<Source> sources, List<String> options) {
        List<Source> ejected = new ArrayList<>();
        eject(sources, options, ejected);
        return ejected;
    }

    private Weaved eject(Collection<Source> sources, List<String> options, List<Source> ejected) {
        try {
            Path folder = Files.createTempDirectory("weft-ejected");
            List<String> all = new ArrayList<>(options);
            all.add("-Aweft.eject=" + folder);
            Weaved weaved = weave(sources, all);
            for (Source source : sources) ejected.add(ejected(folder, source));
            return weaved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source ejected(Path folder, Source source) throws IOException {
        Path file = folder.resolve(source.path());
        if (!Files.exists(file)) return source;
        String text = Files.readString(file);
        Files.delete(file);
        return new Source(source.path(), text);
    }

    /** Compiles with the real runtime, and without the processor. */
    Map<String, byte[]> compile(
            Collection<Source> sources, List<String> options, JavaCompiler compiler) {
        MemoryFiles output = new MemoryFiles(files);
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("-classpath", runtimePath(), "-proc:none"));
        if (compiler == javac) {
            run(compiler, output, units(sources), all, List.of());
        } else {
            int most = all.indexOf("-Xmaxerrs");
            if (most >= 0) all.subList(most, most + 2).clear();
            // the newest Java that Eclipse's compiler knows may be newer than the JVM
            all.addAll(List.of("--release", "" + Runtime.version().feature()));
            run(compiler, output, stored(sources), all, List.of());
        }
        return output.written();
    }

    /** Compiles against the blocking twin; the result has the twin's classes in it. */
    Map<String, byte[]> twin(Collection<Source> sources, List<String> options) {
        MemoryFiles output = new MemoryFiles(files);
        List<String> all = new ArrayList<>(options);
        String path = twinClasses + System.getProperty("path.separator") + location(Probe.class);
        all.addAll(List.of("-classpath", path));
        run(output, TwinSource.of(sources), all, false);
        return withTwin(output.written());
    }

    /** Links class files that nothing has woven with the blocking twin. */
    Map<String, byte[]> withTwin(Map<String, byte[]> unwoven) {
        Map<String, byte[]> all = LazyGenerators.in(unwoven);
        all.putAll(twin);
        return all;
    }

    private void run(
            MemoryFiles output, Collection<Source> sources, List<String> options, boolean weave) {
        List<String> all = new ArrayList<>(options);
        if (!weave) all.addAll(List.of("-proc:none", "-Xplugin:Weft off"));
        run(javac, output, units(sources), all, weave ? List.of(Processors.weft()) : List.of());
    }

    private static void run(
            JavaCompiler compiler,
            MemoryFiles output,
            Iterable<? extends JavaFileObject> units,
            List<String> options,
            List<Processor> processors) {
        var found = new DiagnosticCollector<JavaFileObject>();
        StringWriter console = new StringWriter();
        var task = compiler.getTask(console, output, found, options, null, units);
        if (!processors.isEmpty()) task.setProcessors(processors);
        accept(task.call(), console, found);
    }

    private static void accept(
            boolean accepted, StringWriter console, DiagnosticCollector<JavaFileObject> found) {
        if (!accepted || !console.toString().isEmpty())
            throw new Rejected(console + errors(found.getDiagnostics()));
    }

    private static List<? extends JavaFileObject> units(Collection<Source> sources) {
        return sources.stream().map(Source::file).toList();
    }

    /** Eclipse's compiler wants to see its files. */
    private Iterable<? extends JavaFileObject> stored(Collection<Source> sources) {
        try {
            Path root = Files.createTempDirectory("weft-plain");
            List<Path> paths = new ArrayList<>();
            for (Source source : sources) {
                Path file = root.resolve(source.path());
                Files.createDirectories(file.getParent());
                paths.add(Files.writeString(file, source.text()));
                file.toFile().deleteOnExit();
            }
            return files.getJavaFileObjectsFromPaths(paths);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String errors(List<Diagnostic<? extends JavaFileObject>> found) {
        return found.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static String runtimePath() {
        return String.join(
                System.getProperty("path.separator"),
                location(dev.weft.Async.class),
                location(Probe.class),
                location(org.jspecify.annotations.NullMarked.class));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path store(Map<String, byte[]> classes) {
        try {
            Path root = Files.createTempDirectory("weft-twin");
            for (var entry : classes.entrySet()) {
                Path file = root.resolve(entry.getKey().replace('.', '/') + ".class");
                Files.createDirectories(file.getParent());
                Files.write(file, entry.getValue());
                file.toFile().deleteOnExit();
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
