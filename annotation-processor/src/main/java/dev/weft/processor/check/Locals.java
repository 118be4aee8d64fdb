package dev.weft.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds where variables are read. */
final class Locals extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final Element variable;
    private final List<TreePath> uses = new ArrayList<>();

    private Locals(Trees trees, Element variable) {
        this.trees = trees;
        this.variable = variable;
    }

    /** The ways to the places that read a local variable, in source order. */
    static List<TreePath> uses(Trees trees, TreePath declaration, Element variable) {
        return usesIn(trees, declaration.getParentPath(), variable);
    }

    /** The ways to the places inside a tree that read a variable, in source order. */
    static List<TreePath> usesIn(Trees trees, TreePath tree, Element variable) {
        Locals locals = new Locals(trees, variable);
        locals.scan(tree, null);
        return locals.uses;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        if (tree.getName().equals(variable.getSimpleName())
                && variable.equals(trees.getElement(getCurrentPath()))
                && !isTarget(tree)) {
            uses.add(getCurrentPath());
        }
        return null;
    }

    private boolean isTarget(IdentifierTree tree) {
        return getCurrentPath().getParentPath().getLeaf() instanceof AssignmentTree assignment
                && assignment.getVariable() == tree;
    }
}
