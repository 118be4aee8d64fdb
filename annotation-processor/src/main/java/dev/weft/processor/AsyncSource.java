package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.check.Site;
import dev.weft.weaver.Weaving;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;

/** A source with something asynchronous in it, and where in it the weaver can have found fault. */
final class AsyncSource {

    private final CompilationUnitTree unit;
    private final List<Site> sites = new ArrayList<>();

    AsyncSource(CompilationUnitTree unit) {
        this.unit = unit;
    }

    JavaFileObject file() {
        return unit.getSourceFile();
    }

    CompilationUnitTree unit() {
        return unit;
    }

    /** Adds what one class of the source has. */
    void add(List<Site> found) {
        sites.addAll(found);
    }

    /** Where the first thing asynchronous stands. */
    Tree firstTree() {
        return sites.get(0).tree();
    }

    /** The await on the problem's line, or else the innermost async body around it. */
    Tree treeOf(Weaving.Problem problem) {
        return smallest(site -> site.isAwait() && site.firstLine() == problem.line())
                .or(() -> smallest(site -> !site.isAwait() && site.covers(problem.line())))
                .or(() -> smallest(site -> site.name().equals(problem.method())))
                .map(Site::tree)
                .orElseGet(this::firstTree);
    }

    private Optional<Site> smallest(Predicate<Site> wanted) {
        return sites.stream()
                .filter(wanted)
                .min(Comparator.comparingLong(site -> site.lastLine() - site.firstLine()));
    }
}
