package dev.weft.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * One run of javac, and what it offers.
 *
 * @param options those that begin with {@code -A}, without it
 * @param filer null where no processor runs
 */
record Compilation(
        JavacTask task,
        Trees trees,
        Elements elements,
        Types types,
        Map<String, String> options,
        @Nullable Filer filer) {

    static Compilation of(JavacTask task, ProcessingEnvironment environment) {
        return new Compilation(
                task,
                Trees.instance(environment),
                environment.getElementUtils(),
                environment.getTypeUtils(),
                environment.getOptions(),
                environment.getFiler());
    }

    /** One in which no processor runs. */
    static Compilation of(JavacTask task, OpenJavac javac) {
        return new Compilation(
                task,
                Trees.instance(task),
                task.getElements(),
                task.getTypes(),
                javac.processorOptions(),
                null);
    }
}
