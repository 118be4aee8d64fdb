package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.eject.Ejection;
import dev.weft.eject.Ejector;
import dev.weft.eject.facts.Recording;
import dev.weft.eject.lower.Unejectable;
import dev.weft.eject.source.SourceFile;
import dev.weft.eject.source.Sources;
import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.Checked;
import dev.weft.processor.check.Diagnostics;
import dev.weft.processor.check.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Writes sources as plain Java into a folder. What javac knows of a source is recorded class by
 * class while the trees say it; the file is written when its last class is known.
 */
final class EjectedSources {

    static final String OPTION = "weft.eject";

    private final Path folder;
    private final Trees trees;
    private final Types types;
    private final Elements elements;
    private final AsyncContracts contracts;
    private final Map<JavaFileObject, Recording> recordings = new HashMap<>();
    private final Map<JavaFileObject, Set<TypeElement>> open = new HashMap<>();
    private final Set<JavaFileObject> wrong = new HashSet<>();

    private EjectedSources(Path folder, Compilation compilation, AsyncContracts contracts) {
        this.folder = folder;
        this.trees = compilation.trees();
        this.types = compilation.types();
        this.elements = compilation.elements();
        this.contracts = contracts;
    }

    /** Where the option says; null if sources are not to be written. */
    static @Nullable EjectedSources of(Compilation compilation, AsyncContracts contracts) {
        String folder = compilation.options().get(OPTION);
        return folder == null ? null : new EjectedSources(Path.of(folder), compilation, contracts);
    }

    /** A class of the source has its types. */
    void analysed(CompilationUnitTree unit, TypeElement type, Checked checked) throws IOException {
        boolean isWrong =
                checked.findings().stream()
                        .anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (isWrong) {
            wrong.add(unit.getSourceFile());
        }
        Recording recording =
                recordings.computeIfAbsent(
                        unit.getSourceFile(),
                        file ->
                                new Recording(
                                        trees, unit, target -> contracts.result(target, types)));
        TreePath file = new TreePath(unit);
        Set<TypeElement> classes = open.computeIfAbsent(unit.getSourceFile(), f -> classesOf(unit));
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(file, declaration);
            if (type.equals(trees.getElement(path))) {
                recording.scan(path, null);
                classes.remove(type);
            }
        }
        if (classes.isEmpty()
                && recordings.remove(unit.getSourceFile()) != null
                && !wrong.contains(unit.getSourceFile())) {
            write(recording);
        }
    }

    private Set<TypeElement> classesOf(CompilationUnitTree unit) {
        Set<TypeElement> classes = new HashSet<>();
        for (Tree declaration : unit.getTypeDecls()) {
            if (trees.getElement(new TreePath(new TreePath(unit), declaration))
                    instanceof TypeElement type) {
                classes.add(type);
            }
        }
        return classes;
    }

    private void write(Recording recording) throws IOException {
        JavaFileObject file = recording.unit().getSourceFile();
        String text = file.getCharContent(true).toString();
        Optional<SourceFile> source = Sources.read(text, recording.opaque());
        if (recording.isOpaqueAsync()) {
            int place = recording.opaque().get(0);
            refuse(
                    recording,
                    place,
                    "an enum or interface in a method has async methods: move it to the class");
            return;
        }
        if (source.isEmpty()) {
            refuse(recording, 0, "its syntax is newer than what Weft's parser knows");
            return;
        }
        Ejection ejection = Ejector.eject(source.get(), recording, types, elements);
        for (Unejectable refusal : ejection.refusals()) {
            refuse(recording, source.get().start(refusal.node()), refusal.getMessage());
        }
        if (!ejection.text().equals(text)) {
            Path target = folder.resolve(path(recording.unit()));
            Files.createDirectories(target.getParent());
            Files.writeString(target, ejection.text());
        }
    }

    private void refuse(Recording recording, int place, String reason) {
        trees.printMessage(
                Diagnostic.Kind.ERROR,
                Diagnostics.NOT_EJECTED.text(reason),
                recording.treeAt(place),
                recording.unit());
    }

    private static String path(CompilationUnitTree unit) {
        String file = unit.getSourceFile().getName();
        String simple = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String owner = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
        return owner.isEmpty() ? simple : owner.replace('.', '/') + "/" + simple;
    }
}
