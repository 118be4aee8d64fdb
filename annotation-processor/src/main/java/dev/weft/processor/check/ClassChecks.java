package dev.weft.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Checks one top-level class at a time, whose trees javac has attributed. */
public final class ClassChecks {

    private static final List<Rule> RULES =
            List.of(
                    new AwaitInAsyncBody(),
                    new NoMonitorAcrossAwait(),
                    new AsyncMethodHasBody(),
                    new AsyncReturnType(),
                    new EntryPointIsOutermost(),
                    new ReturnIsNotLost());

    private final Trees trees;
    private final AsyncContracts contracts;

    public ClassChecks(Trees trees, AsyncContracts contracts) {
        this.trees = trees;
        this.contracts = contracts;
    }

    /** Scans the class once, reports what is wrong, and tells what is asynchronous in it. */
    public List<Site> check(CompilationUnitTree unit, TypeElement type) {
        return scan(unit, type, RULES);
    }

    /** What is asynchronous in the class, right or wrong, in source order. */
    public List<Site> find(CompilationUnitTree unit, TypeElement type) {
        return scan(unit, type, List.of());
    }

    private List<Site> scan(CompilationUnitTree unit, TypeElement type, List<Rule> rules) {
        Reporter reporter =
                (where, what, about) ->
                        trees.printMessage(Diagnostic.Kind.ERROR, what.text(about), where, unit);
        ClassScan scan = new ClassScan(trees, contracts, unit, rules, reporter);
        TreePath file = new TreePath(unit);
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(file, declaration);
            if (type.equals(trees.getElement(path))) {
                scan.scan(path, null);
            }
        }
        return scan.sites();
    }
}
