package dev.weft.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Collects what the rules find in a class, less what is switched off or suppressed there. */
final class Findings implements Reporter {

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final CheckOptions options;
    private final List<Finding> found = new ArrayList<>();

    Findings(Trees trees, CompilationUnitTree unit, CheckOptions options) {
        this.trees = trees;
        this.unit = unit;
        this.options = options;
    }

    @Override
    public void report(Tree where, Diagnostics what, Object... about) {
        Check check = Objects.requireNonNull(what.check());
        Severity severity = options.severityOf(check);
        if (severity != Severity.OFF && !isSuppressed(check, where)) {
            found.add(new Finding(check, severity, where, what.text(about)));
        }
    }

    private boolean isSuppressed(Check check, Tree where) {
        return check.isOptional()
                && Suppression.isAround(trees, TreePath.getPath(unit, where), check);
    }

    List<Finding> inSourceOrder() {
        found.sort(
                Comparator.comparingLong(
                        finding ->
                                trees.getSourcePositions().getStartPosition(unit, finding.tree())));
        return List.copyOf(found);
    }
}
