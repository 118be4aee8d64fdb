package dev.weft.processor.check;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** A resource that a group's task uses is closed after the group has waited for its tasks. */
final class ResourceOutlivesTasks implements Rule {

    private final Attribution attribution;
    private final Trees trees;

    ResourceOutlivesTasks(Attribution attribution) {
        this.attribution = attribution;
        this.trees = attribution.trees();
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(ExpressionStatementTree.class)
                .map(path -> new TreePath(path, expression(path)))
                .filter(path -> path.getLeaf() instanceof MethodInvocationTree)
                .forEach(path -> check(path, body, reporter));
    }

    private static Tree expression(TreePath statement) {
        return ((ExpressionStatementTree) statement.getLeaf()).getExpression();
    }

    private void check(TreePath path, AsyncBody body, Reporter reporter) {
        MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
        Element group = groupOf(path, call);
        if (group == null) {
            return;
        }
        for (TreePath around : body.around(path)) {
            if (around.getLeaf() instanceof TryTree tree) {
                int opened = indexOf(around, tree, group);
                List<? extends Tree> inner =
                        tree.getResources().subList(opened + 1, tree.getResources().size());
                report(path, around, inner, group, reporter);
                if (opened >= 0) {
                    return;
                }
            }
        }
    }

    private @Nullable Element groupOf(TreePath path, MethodInvocationTree call) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("createTask")) {
            TreePath receiver = new TreePath(path, select.getExpression());
            return attribution.isA(trees.getTypeMirror(receiver), Names.GROUP)
                    ? trees.getElement(receiver)
                    : null;
        }
        return null;
    }

    private int indexOf(TreePath path, TryTree tree, Element variable) {
        List<? extends Tree> resources = tree.getResources();
        for (int i = 0; i < resources.size(); i++) {
            if (variable.equals(trees.getElement(new TreePath(path, resources.get(i))))) {
                return i;
            }
        }
        return -1;
    }

    private void report(
            TreePath call,
            TreePath around,
            List<? extends Tree> resources,
            Element group,
            Reporter reporter) {
        for (Tree resource : resources) {
            Element opened = trees.getElement(new TreePath(around, resource));
            if (resource instanceof VariableTree && opened != null) {
                Locals.usesIn(trees, call, opened).stream()
                        .findFirst()
                        .ifPresent(
                                use ->
                                        reporter.report(
                                                use.getLeaf(),
                                                Diagnostics.RESOURCE_TOO_SHORT,
                                                opened.getSimpleName(),
                                                group.getSimpleName()));
            }
        }
    }
}
