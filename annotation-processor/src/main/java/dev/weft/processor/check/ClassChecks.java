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
    private final CheckOptions options;
    private final List<Rule> rules;

    public ClassChecks(
            Trees trees,
            Types types,
            Elements elements,
            AsyncContracts contracts,
            CheckOptions options) {
        this.options = options;
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
                        new ReturnIsNotLost(),
                        new CoroutineIsAwaited(attribution),
                        new NoObjectWait(attribution),
                        new NoRunInAsyncBody(),
                        new NoLockAcrossSuspension(attribution),
                        new NoBlockingCall(attribution, options),
                        new SwallowedCancel(attribution),
                        new TaskIsKept(attribution),
                        new HotFutureIsKept(attribution),
                        new GroupRestIsThrown(trees),
                        new ScopeHasWork(attribution),
                        new LoopLetsOthersRun(trees),
                        new NoBusyWait(attribution),
                        new ResourceOutlivesTasks(attribution),
                        new ResourceIsClosed(attribution),
                        new NoThreadLocal(attribution),
                        new NoRaceAcrossSuspension(attribution),
                        new NoAwaitInFinally(attribution),
                        new AsyncMethodAwaits(),
                        new TimeLimitIsTheCallers(),
                        new NoJumpOutOfGroup(attribution));
    }

    /** Scans the class once, reports what is wrong, and tells what is asynchronous in it. */
    public Checked check(CompilationUnitTree unit, TypeElement type) {
        Checked checked = scan(unit, type, rules);
        for (Finding finding : checked.findings()) {
            if (finding.isSilenced()) continue;
            Diagnostic.Kind kind =
                    finding.severity() == Severity.ERROR
                            ? Diagnostic.Kind.ERROR
                            : Diagnostic.Kind.WARNING;
            attribution.trees().printMessage(kind, finding.message(), finding.tree(), unit);
        }
        return checked;
    }

    /** What is asynchronous in the class, right or wrong, in source order. */
    public List<Site> find(CompilationUnitTree unit, TypeElement type) {
        return scan(unit, type, List.of()).sites();
    }

    private Checked scan(CompilationUnitTree unit, TypeElement type, List<Rule> rules) {
        Trees trees = attribution.trees();
        Findings findings = new Findings(attribution, unit, options);
        ClassScan scan = new ClassScan(attribution, unit, rules, findings);
        TreePath file = new TreePath(unit);
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(file, declaration);
            if (type.equals(trees.getElement(path))) {
                scan.scan(path, null);
            }
        }
        return new Checked(scan.sites(), findings.inSourceOrder());
    }
}
