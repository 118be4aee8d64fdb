package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import java.util.HashMap;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** A source with something asynchronous in it, and where in it the weaver can have found fault. */
final class AsyncSource {

    private final CompilationUnitTree unit;
    private final Map<Long, Tree> sites = new HashMap<>();

    AsyncSource(TaskEvent event) {
        unit = event.getCompilationUnit();
    }

    JavaFileObject file() {
        return unit.getSourceFile();
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /** Adds trees by the line that they stand on; javac rewrites the unit before it generates. */
    void add(Map<Long, Tree> found) {
        sites.putAll(found);
    }

    @Nullable Tree treeAt(int line) {
        return sites.get((long) line);
    }
}
