package dev.weft.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;

/** Checks one top-level class at a time, whose trees javac has attributed. */
public final class ClassChecks {

    private final Attribution attribution;
    private final List<Rule> rules;

    public ClassChecks(Trees trees, Types types, Elements elements, AsyncContracts contracts) {
        attribution = Attribution.of(trees, types, elements, contracts);
        rules =
                List.of(
                        new SuspensionInAsyncBody(),
                        new NoMonitorAcrossSuspension(),
                        new EachIsALoop(),
                        new EmitInGenerator(),
                        new EmitFitsGenerator(trees, types),
                        new EmitOutsideScope(),
                        new GeneratorReturnsEnd(trees),
                        new QuietBlockEnds(trees),
                        new AsyncMethodHasBody(),
                        new AsyncReturnType(),
                        new EntryPointIsOutermost(),
                        new ReturnIsNotLost());
    }

    /** Scans the class once, reports what is wrong, and tells what is asynchronous in it. */
    public List<Site> check(CompilationUnitTree unit, TypeElement type) {
        return scan(unit, type, rules);
    }

    /** What is asynchronous in the class, right or wrong, in source order. */
    public List<Site> find(CompilationUnitTree unit, TypeElement type) {
        return scan(unit, type, List.of());
    }

    private List<Site> scan(CompilationUnitTree unit, TypeElement type, List<Rule> rules) {
        Trees trees = attribution.trees();
        Reporter reporter =
                (where, what, about) ->
                        trees.printMessage(Diagnostic.Kind.ERROR, what.text(about), where, unit);
        ClassScan scan = new ClassScan(attribution, unit, rules, reporter);
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
