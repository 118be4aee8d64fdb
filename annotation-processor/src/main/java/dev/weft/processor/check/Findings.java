package dev.weft.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find in a class, less what nobody has asked for. */
final class Findings implements Reporter {

    private final Trees trees;
    private final Elements elements;
    private final CompilationUnitTree unit;
    private final CheckOptions options;
    private final List<Finding> found = new ArrayList<>();

    Findings(Attribution attribution, CompilationUnitTree unit, CheckOptions options) {
        this.trees = attribution.trees();
        this.elements = attribution.elements();
        this.unit = unit;
        this.options = options;
    }

    @Override
    public void report(Tree where, @Nullable Remedy remedy, Diagnostics what, Object... about) {
        Check check = Objects.requireNonNull(what.check());
        Severity severity = options.severityOf(check);
        if (severity == Severity.OFF && check.preset() == Severity.OFF) {
            return;
        }
        if (severity == Severity.OFF || isSuppressed(check, where)) {
            found.add(new Finding(check, Severity.OFF, where, what.text(about), null));
        } else {
            Remedy certain = remedy == null ? null : remedy.hiding(hidden(where));
            found.add(new Finding(check, severity, where, what.text(about), certain));
        }
    }

    private boolean isSuppressed(Check check, Tree where) {
        return check.isOptional()
                && Suppression.isAround(trees, TreePath.getPath(unit, where), check);
    }

    /** The methods that the classes around a place have, whose names hide what is imported. */
    private Set<String> hidden(Tree where) {
        Set<String> names = new HashSet<>();
        for (TreePath at = TreePath.getPath(unit, where); at != null; at = at.getParentPath()) {
            if (trees.getElement(at) instanceof TypeElement type
                    && at.getLeaf() instanceof ClassTree) {
                ElementFilter.methodsIn(elements.getAllMembers(type))
                        .forEach(method -> names.add(method.getSimpleName().toString()));
            }
        }
        return names;
    }

    List<Finding> inSourceOrder() {
        found.sort(
                Comparator.comparingLong(
                        finding ->
                                trees.getSourcePositions().getStartPosition(unit, finding.tree())));
        return List.copyOf(found);
    }
}
