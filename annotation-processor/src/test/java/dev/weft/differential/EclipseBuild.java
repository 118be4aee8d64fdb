package dev.weft.differential;

import dev.weft.command.Main;
import dev.weft.differential.CorpusCompiler.Build;
import dev.weft.differential.CorpusCompiler.Built;
import dev.weft.differential.CorpusCompiler.Rejected;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Programs as Eclipse's compiler writes them, woven by the command, or by nothing where the agent
 * of this JVM weaves them. The twin is what the same compiler has written.
 */
final class EclipseBuild implements Build {

    private static final String KEEP_LOCALS = "-Aweft.keepLocals=true";

    private final boolean byCommand;

    EclipseBuild(boolean byCommand) {
        this.byCommand = byCommand;
    }

    @Override
    public Built of(Collection<Source> sources, List<String> options) {
        try {
            Path folder = Files.createTempDirectory("weft-eclipse");
            EclipseCompiler.compile(sources, folder, known(options));
            Map<String, byte[]> unwoven = EclipseCompiler.classes(folder);
            if (byCommand) weave(folder, options.contains(KEEP_LOCALS));
            Map<String, byte[]> classes = EclipseCompiler.classes(folder);
            delete(folder);
            return new Built(Map.of("woven", classes), unwoven);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> known(List<String> options) {
        String path = System.getProperty("java.class.path");
        List<String> known = new ArrayList<>(List.of("--release", "17", "-cp", path));
        options.stream()
                .filter(option -> option.startsWith("-g") || option.equals("-parameters"))
                .forEach(known::add);
        return known;
    }

    private static void weave(Path folder, boolean keepLocals) {
        List<String> arguments = new ArrayList<>(List.of("weave"));
        if (keepLocals) arguments.add("--keep-locals");
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), folder.toString()));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true);
        if (Main.run(arguments, out, out) != 0) throw new Rejected(said.toString());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** What looks woven is let be by the agent. */
    @Override
    public byte[] asTwin(byte[] classFile) {
        return byCommand ? classFile : Marked.asWoven(classFile);
    }
}
