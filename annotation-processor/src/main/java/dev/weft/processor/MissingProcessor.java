package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.CheckOptions;
import dev.weft.processor.check.ClassChecks;
import dev.weft.processor.check.Diagnostics;
import dev.weft.processor.check.Names;
import dev.weft.processor.check.Site;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the first thing asynchronous in a compilation whose processor does not run. It leaves
 * at the first class that is analysed if the processor runs, if Weft is not on the class path, or
 * if the host has opened javac, so that the processor's work can be done without a processor.
 *
 * <p>It speaks when class files are generated: a source with errors of another kind, an import of
 * nothing for one, makes javac leave out all processors, and never gets so far.
 */
final class MissingProcessor implements TaskListener {

    private final JavacTask task;
    private @Nullable ClassChecks checks;
    private @Nullable Runnable found;

    MissingProcessor(JavacTask task) {
        this.task = task;
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null && found == null) {
            Trees trees = Trees.instance(task);
            CompilationUnitTree unit = event.getCompilationUnit();
            new Door(trees).pass(type, unit, trees.getTree(type), () -> look(trees, unit, type));
        }
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.GENERATE && found != null) {
            task.removeTaskListener(this);
            found.run();
        }
    }

    private void look(Trees trees, CompilationUnitTree unit, TypeElement type) {
        if (checks == null) {
            if (Handshake.processorRan(task)
                    || task.getElements().getTypeElement(Names.ASYNC) == null) {
                task.removeTaskListener(this);
                return;
            }
            CompilationListener weaving = weaving(trees, unit);
            if (weaving != null) {
                task.removeTaskListener(this);
                task.addTaskListener(weaving);
                weaving.analysed(unit, type);
                return;
            }
            checks =
                    new ClassChecks(
                            trees,
                            task.getTypes(),
                            task.getElements(),
                            new AsyncContracts(task.getElements()),
                            CheckOptions.PRESET);
        }
        checks.find(unit, type).stream()
                .findFirst()
                .ifPresent(site -> found = () -> report(trees, unit, site));
    }

    /** What does the processor's work, null where the host has not opened javac. */
    private @Nullable CompilationListener weaving(Trees trees, CompilationUnitTree unit) {
        OpenJavac javac = OpenJavac.of(task).orElse(null);
        if (javac == null) {
            return null;
        }
        Compilation compilation = Compilation.of(task, javac);
        CheckOptions options =
                CheckOptions.of(
                        compilation.options(),
                        problem -> trees.printMessage(Diagnostic.Kind.ERROR, problem, unit, unit));
        return CompilationListener.of(compilation, options, AsyncProcessor.weaversFor(compilation))
                .orElse(null);
    }

    private static void report(Trees trees, CompilationUnitTree unit, Site site) {
        String message = Diagnostics.PROCESSOR_MISSING.text();
        trees.printMessage(Diagnostic.Kind.ERROR, message, site.tree(), unit);
    }
}
