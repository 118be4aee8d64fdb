package dev.weft.eject;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.eject.facts.Recording;
import dev.weft.eject.source.Sources;
import dev.weft.processor.check.AsyncContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.tools.JavaFileObject;

/** Ejects all that a task compiles, without the processor around: nothing is woven or checked. */
public final class Ejecting implements TaskListener {

    private final JavacTask task;
    private final AsyncContracts contracts;
    private final Map<JavaFileObject, Recording> recordings = new HashMap<>();
    private final Map<JavaFileObject, Set<Tree>> open = new HashMap<>();
    private final Map<URI, Ejection> ejected = new HashMap<>();
    private final Map<URI, RuntimeException> defects = new HashMap<>();

    public Ejecting(JavacTask task) {
        this.task = task;
        this.contracts = new AsyncContracts(task.getElements());
        task.addTaskListener(this);
    }

    /** What came of a file that has no errors; a defect is thrown. */
    public Ejection of(JavaFileObject file) {
        RuntimeException defect = defects.get(file.toUri());
        if (defect != null) throw defect;
        return Objects.requireNonNull(ejected.get(file.toUri()), "not analysed");
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() != TaskEvent.Kind.ANALYZE) return;
        CompilationUnitTree unit = event.getCompilationUnit();
        JavaFileObject file = unit.getSourceFile();
        Trees trees = Trees.instance(task);
        Recording recording =
                recordings.computeIfAbsent(
                        file,
                        first ->
                                new Recording(
                                        trees,
                                        unit,
                                        type -> contracts.result(type, task.getTypes())));
        Set<Tree> left = open.computeIfAbsent(file, first -> new HashSet<>(unit.getTypeDecls()));
        for (Tree type : Set.copyOf(left)) {
            TreePath path = new TreePath(new TreePath(unit), type);
            if (event.getTypeElement().equals(trees.getElement(path))) {
                recording.scan(path, null);
                left.remove(type);
            }
        }
        if (left.isEmpty()) eject(file, recording);
    }

    /** Of a file with errors anything may come. */
    private void eject(JavaFileObject file, Recording recording) {
        try {
            String text = file.getCharContent(true).toString();
            var source = Sources.read(text, recording.opaque()).orElseThrow();
            Ejection ejection =
                    Ejector.eject(source, recording, task.getTypes(), task.getElements());
            ejected.put(file.toUri(), ejection);
        } catch (RuntimeException e) {
            defects.put(file.toUri(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
