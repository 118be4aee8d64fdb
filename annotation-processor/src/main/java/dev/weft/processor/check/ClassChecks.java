package dev.weft.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Map;
import javax.lang.model.element.TypeElement;

/** Checks one top-level class, whose trees javac has attributed. */
public final class ClassChecks {

    /**
     * What was seen of a class.
     *
     * @param isAsync whether there may be anything to weave in its class files
     * @param sites methods, lambdas and awaits by the line they stand on
     */
    public record Finding(boolean isAsync, Map<Long, Tree> sites) {}

    private final Trees trees;
    private final AsyncContracts contracts;

    public ClassChecks(Trees trees, AsyncContracts contracts) {
        this.trees = trees;
        this.contracts = contracts;
    }

    /** Scans the class once and reports what is wrong in it. */
    public Finding check(CompilationUnitTree unit, TypeElement type) {
        ClassScan scan = new ClassScan(trees, contracts, unit);
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(new TreePath(unit), declaration);
            if (type.equals(trees.getElement(path))) {
                scan.scan(path, null);
            }
        }
        return scan.finding();
    }
}
