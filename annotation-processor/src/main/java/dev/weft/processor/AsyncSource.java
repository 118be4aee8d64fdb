package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.weft.processor.check.Site;
import dev.weft.weaver.WeaverDefect;
import dev.weft.weaver.Weaving;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.tools.JavaFileObject;
import org.objectweb.asm.Type;

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

    /** What waits on the problem's line, or else the method or lambda that it is about. */
    Tree treeOf(Weaving.Problem problem) {
        Predicate<Site> method = method(problem.method(), problem.descriptor());
        return last(suspensionOn(problem.line()))
                .or(() -> lastBefore(problem.line(), method))
                .or(() -> last(method))
                .or(() -> lastBefore(problem.line(), site -> site.kind() == Site.Kind.LAMBDA))
                .map(Site::tree)
                .orElseGet(this::firstTree);
    }

    /** The method, or what stands first where it is not the user's own. */
    Tree treeOf(WeaverDefect defect) {
        return last(method(defect.method(), defect.descriptor()))
                .map(Site::tree)
                .orElseGet(this::firstTree);
    }

    private static Predicate<Site> suspensionOn(int line) {
        return site -> line > 0 && site.kind() == Site.Kind.SUSPENSION && site.line() == line;
    }

    /** Overloads are told apart by how many parameters they have. */
    private static Predicate<Site> method(String name, String descriptor) {
        int parameters = Type.getArgumentTypes(descriptor).length;
        return site ->
                site.tree() instanceof MethodTree method
                        && method.getName().contentEquals(name)
                        && method.getParameters().size() == parameters;
    }

    private Optional<Site> lastBefore(int line, Predicate<Site> wanted) {
        return last(wanted.and(site -> site.line() <= line));
    }

    private Optional<Site> last(Predicate<Site> wanted) {
        return sites.stream().filter(wanted).max(Comparator.comparingLong(Site::line));
    }
}
