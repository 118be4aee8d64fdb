package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.weft.processor.check.Diagnostics;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Lets no failure of ours into the compiler: it becomes an error that names the class. */
final class Door {

    private static final int FRAMES = 6;

    /** Work for one class. */
    interface Work {
        void run() throws IOException;
    }

    private final Trees trees;

    Door(Trees trees) {
        this.trees = trees;
    }

    /** Work for one class that may come to something. */
    interface Source<T> {
        Optional<T> get() throws IOException;
    }

    /** Does the work; the tree is where in the source an error is shown. */
    void pass(TypeElement type, CompilationUnitTree unit, @Nullable Tree tree, Work work) {
        get(
                type,
                unit,
                tree,
                () -> {
                    work.run();
                    return Optional.empty();
                });
    }

    /** As {@link #pass}; what the work comes to, or nothing if it fails. */
    <T> Optional<T> get(
            TypeElement type, CompilationUnitTree unit, @Nullable Tree tree, Source<T> work) {
        try {
            return work.get();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            trees.printMessage(
                    Diagnostic.Kind.ERROR,
                    Diagnostics.CRASH.text(type, trace(failure)),
                    tree == null ? unit : tree,
                    unit);
            return Optional.empty();
        }
    }

    /** What an error says of a failure. It is one line: javac's own crashes fill a screen. */
    static String trace(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", failure + " at ", ""));
    }
}
