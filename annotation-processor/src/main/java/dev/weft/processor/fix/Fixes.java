package dev.weft.processor.fix;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.weft.processor.check.Diagnostics;
import dev.weft.processor.check.Finding;
import dev.weft.processor.check.Remedy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes a patch for each source that has findings with a certain remedy: into a folder, by the
 * source's path from where the compiler runs, with {@code .patch} behind it.
 */
public final class Fixes {

    /** The compiler option that names the folder. */
    public static final String OPTION = "weft.fix";

    private final @Nullable Path folder;
    private final Trees trees;
    private final Map<JavaFileObject, List<Remedy>> remedies = new HashMap<>();

    /** Writes nothing if the options name no folder. */
    public Fixes(Map<String, String> options, Trees trees) {
        String path = options.get(OPTION);
        this.folder = path == null ? null : Path.of(path);
        this.trees = trees;
    }

    /** Takes in what was found in one class of a source, and writes the source's patch again. */
    public void add(CompilationUnitTree unit, List<Finding> findings) throws IOException {
        if (folder == null) {
            return;
        }
        JavaFileObject file = unit.getSourceFile();
        List<Remedy> certain = remedies.computeIfAbsent(file, none -> new ArrayList<>());
        List<Remedy> added =
                findings.stream().map(Finding::remedy).filter(Objects::nonNull).toList();
        certain.addAll(added);
        String path = path(file.toUri());
        Path patch = folder.resolve(path + ".patch");
        String before = file.getCharContent(true).toString();
        Fixed fixed =
                certain.isEmpty() ? new Fixed(before, List.of()) : fixed(unit, before, certain);
        if (fixed.text().equals(before)) {
            Files.deleteIfExists(patch);
        } else {
            Files.createDirectories(patch.toAbsolutePath().getParent());
            String diff = UnifiedDiff.of(path, before, fixed.text());
            Files.writeString(patch, diff, Encoding.of(file, before));
        }
        fixed.leftOut().stream().filter(added::contains).forEach(one -> leave(unit, one));
    }

    /**
     * What becomes of a source.
     *
     * @param leftOut the remedies that are not in it
     */
    private record Fixed(String text, List<Remedy> leftOut) {}

    private Fixed fixed(CompilationUnitTree javac, String text, List<Remedy> certain) {
        CompilationUnit unit = parse(text);
        if (unit == null) {
            return new Fixed(text, certain);
        }
        SourceText source = new SourceText(text);
        Imports imports = new Imports(unit, source);
        Nodes nodes = new Nodes(javac, trees.getSourcePositions(), unit, source);
        Splice splice = new Splice(source, nodes, imports);
        List<Edit> edits = new ArrayList<>();
        List<Remedy> leftOut = new ArrayList<>();
        for (Remedy remedy : certain) {
            List<Edit> more = splice.edits(remedy);
            boolean free = more.stream().noneMatch(edit -> edits.stream().anyMatch(edit::touches));
            if (free && !more.isEmpty()) {
                edits.addAll(more);
            } else {
                leftOut.add(remedy);
            }
        }
        edits.addAll(edits.isEmpty() ? List.of() : imports.edits());
        return new Fixed(source.with(edits), leftOut);
    }

    /** What JavaParser cannot read yet is not touched. */
    private static @Nullable CompilationUnit parse(String text) {
        ParserConfiguration newest =
                new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
        var result = new JavaParser(newest).parse(text);
        return result.isSuccessful() ? result.getResult().orElse(null) : null;
    }

    private void leave(CompilationUnitTree unit, Remedy remedy) {
        trees.printMessage(Diagnostic.Kind.NOTE, Diagnostics.NOT_FIXED.text(), remedy.tree(), unit);
    }

    private static String path(URI uri) {
        if (!"file".equals(uri.getScheme())) {
            return String.valueOf(uri.getPath()).replaceFirst("^/+", "");
        }
        Path file = Path.of(uri).normalize();
        Path here = Path.of("").toAbsolutePath().normalize();
        Path relative =
                file.startsWith(here) ? here.relativize(file) : file.getRoot().relativize(file);
        return relative.toString().replace('\\', '/');
    }
}
