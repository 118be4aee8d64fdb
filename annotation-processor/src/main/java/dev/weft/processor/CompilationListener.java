package dev.weft.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.weft.processor.check.AsyncContracts;
import dev.weft.processor.check.ClassChecks;
import dev.weft.weaver.TypeOracle;
import java.util.HashMap;
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
    private final ClassChecks checks;
    private final Pipeline pipeline;
    private final Door door;
    private final Map<JavaFileObject, AsyncSource> asyncSources = new HashMap<>();

    CompilationListener(
            JavacTask task,
            ProcessingEnvironment environment,
            Function<TypeOracle, ClassWeaver> weavers) {
        this.task = task;
        Trees trees = Trees.instance(environment);
        AsyncContracts contracts = new AsyncContracts(environment.getElementUtils());
        checks = new ClassChecks(trees, contracts);
        door = new Door(environment.getMessager());
        pipeline = new Pipeline(environment, trees, weavers.apply(contracts::isAsyncContract));
    }

    @Override
    public void finished(TaskEvent event) {
        switch (event.getKind()) {
            case ANALYZE -> atTheDoor(event, this::check);
            case GENERATE -> atTheDoor(event, this::weave);
            case COMPILATION -> Handshake.compilationEnded(task);
            default -> {}
        }
    }

    private void atTheDoor(TaskEvent event, Step step) {
        TypeElement type = event.getTypeElement();
        if (type != null) {
            door.pass(type, () -> step.run(event, type));
        }
    }

    private void check(TaskEvent event, TypeElement type) {
        ClassChecks.Finding finding = checks.check(event.getCompilationUnit(), type);
        if (finding.isAsync()) {
            asyncSources
                    .computeIfAbsent(event.getSourceFile(), f -> new AsyncSource(event))
                    .add(finding.sites());
        }
    }

    private void weave(TaskEvent event, TypeElement type) throws java.io.IOException {
        AsyncSource source = asyncSources.get(event.getSourceFile());
        if (source != null) {
            pipeline.weave(type, source);
        }
    }

    private interface Step {
        void run(TaskEvent event, TypeElement type) throws java.io.IOException;
    }
}
