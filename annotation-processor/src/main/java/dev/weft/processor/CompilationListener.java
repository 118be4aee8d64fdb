package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.CheckOptions;
import dev.weft.processor.check.ClassChecks;
import dev.weft.processor.check.Site;
import dev.weft.weaver.TypeOracle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;

/**
 * Follows one compilation: a class that is attributed is checked, a class file that is generated is
 * woven. Only class files of sources in which the checks saw something asynchronous are read.
 */
final class CompilationListener implements TaskListener {

    private final JavacTask task;
    private final Trees trees;
    private final ClassChecks checks;
    private final Pipeline pipeline;
    private final Door door;
    private final Map<JavaFileObject, AsyncSource> asyncSources = new HashMap<>();

    CompilationListener(
            JavacTask task,
            ProcessingEnvironment environment,
            CheckOptions options,
            Function<TypeOracle, ClassWeaver> weavers) {
        this.task = task;
        trees = Trees.instance(environment);
        AsyncContracts contracts = new AsyncContracts(environment.getElementUtils());
        checks =
                new ClassChecks(
                        trees,
                        environment.getTypeUtils(),
                        environment.getElementUtils(),
                        contracts,
                        options);
        door = new Door(trees);
        TypeOracle types = new JavacTypes(environment, contracts);
        pipeline = new Pipeline(environment, trees, weavers.apply(types));
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            Handshake.compilationEnded(task);
        } else if (event.getKind() == TaskEvent.Kind.ANALYZE && type != null) {
            analysed(event.getCompilationUnit(), type);
        } else if (event.getKind() == TaskEvent.Kind.GENERATE && type != null) {
            generated(event.getSourceFile(), type);
        }
    }

    private void analysed(CompilationUnitTree unit, TypeElement type) {
        door.pass(type, unit, trees.getTree(type), () -> check(unit, type));
    }

    private void check(CompilationUnitTree unit, TypeElement type) {
        List<Site> sites = checks.check(unit, type).sites();
        if (!sites.isEmpty()) {
            asyncSources
                    .computeIfAbsent(unit.getSourceFile(), file -> new AsyncSource(unit))
                    .add(sites);
        }
    }

    private void generated(JavaFileObject file, TypeElement type) {
        AsyncSource source = asyncSources.get(file);
        if (source != null) {
            door.pass(type, source.unit(), source.firstTree(), () -> pipeline.weave(type, source));
        }
    }
}
