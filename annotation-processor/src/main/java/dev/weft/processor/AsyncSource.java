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

    /** The await on the problem's line, or else the method or lambda that it is about. */
    Tree treeOf(Weaving.Problem problem) {
        return last(site -> site.kind() == Site.Kind.AWAIT && site.line() == problem.line())
                .or(() -> lastBefore(problem.line(), named(problem.method())))
                .or(() -> last(named(problem.method())))
                .or(() -> lastBefore(problem.line(), site -> site.kind() == Site.Kind.LAMBDA))
                .map(Site::tree)
                .orElseGet(this::firstTree);
    }

    private static Predicate<Site> named(String method) {
        return site -> site.kind() == Site.Kind.METHOD && site.name().equals(method);
    }

    private Optional<Site> lastBefore(int line, Predicate<Site> wanted) {
        return last(wanted.and(site -> site.line() <= line));
    }

    private Optional<Site> last(Predicate<Site> wanted) {
        return sites.stream().filter(wanted).max(Comparator.comparingLong(Site::line));
    }
}
