package dev.weft.processor.fix;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
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
    private final SourcePositions positions;
    private final Map<JavaFileObject, List<Remedy>> remedies = new HashMap<>();

    /** Writes nothing if the options name no folder. */
    public Fixes(Map<String, String> options, SourcePositions positions) {
        String path = options.get(OPTION);
        this.folder = path == null ? null : Path.of(path);
        this.positions = positions;
    }

    /** Takes in what was found in one class of a source, and writes the source's patch again. */
    public void add(CompilationUnitTree unit, List<Finding> findings) throws IOException {
        if (folder == null) {
            return;
        }
        JavaFileObject file = unit.getSourceFile();
        List<Remedy> certain = remedies.computeIfAbsent(file, none -> new ArrayList<>());
        findings.stream().map(Finding::remedy).filter(Objects::nonNull).forEach(certain::add);
        String path = path(file.toUri());
        Path patch = folder.resolve(path + ".patch");
        String before = file.getCharContent(true).toString();
        String after = certain.isEmpty() ? before : fixed(unit, before, certain);
        if (after.equals(before)) {
            Files.deleteIfExists(patch);
        } else {
            Files.createDirectories(patch.toAbsolutePath().getParent());
            Files.writeString(patch, UnifiedDiff.of(path, before, after));
        }
    }

    private String fixed(CompilationUnitTree javac, String text, List<Remedy> certain) {
        CompilationUnit unit = parse(text);
        if (unit == null) {
            return text;
        }
        SourceText source = new SourceText(text);
        Imports imports = new Imports(unit, source);
        Splice splice = new Splice(source, new Nodes(javac, positions, unit, source), imports);
        List<Edit> edits = new ArrayList<>();
        for (Remedy remedy : certain) {
            List<Edit> more = splice.edits(remedy);
            if (more.stream().noneMatch(edit -> edits.stream().anyMatch(edit::touches))) {
                edits.addAll(more);
            }
        }
        edits.addAll(edits.isEmpty() ? List.of() : imports.edits());
        return source.with(edits);
    }

    /** What JavaParser cannot read yet is not touched. */
    private static @Nullable CompilationUnit parse(String text) {
        ParserConfiguration newest =
                new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE);
        var result = new JavaParser(newest).parse(text);
        return result.isSuccessful() ? result.getResult().orElse(null) : null;
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
