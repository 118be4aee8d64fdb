package dev.weft.processor.check;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import org.jspecify.annotations.Nullable;

/** A field is not read before an await and written behind it: others may have changed it. */
final class NoRaceAcrossSuspension implements Rule {

    private final Attribution attribution;

    NoRaceAcrossSuspension(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(CompoundAssignmentTree.class)
                .filter(path -> suspendsInValue(body, path))
                .forEach(path -> report(path, target(path), body, reporter));
        body.all(AssignmentTree.class)
                .filter(path -> readsBefore(body, path))
                .forEach(path -> report(path, target(path), body, reporter));
    }

    private static boolean suspendsInValue(AsyncBody body, TreePath path) {
        return body.suspendsIn(((CompoundAssignmentTree) path.getLeaf()).getExpression());
    }

    private boolean readsBefore(AsyncBody body, TreePath path) {
        AssignmentTree assignment = (AssignmentTree) path.getLeaf();
        Element field = field(new TreePath(path, assignment.getVariable()));
        TreePath suspension =
                body.suspensionsIn(assignment.getExpression()).findFirst().orElse(null);
        return field != null
                && suspension != null
                && body.all(ExpressionTree.class)
                        .filter(read -> AsyncBody.isInside(read, assignment.getExpression()))
                        .takeWhile(read -> read.getLeaf() != suspension.getLeaf())
                        .anyMatch(read -> field.equals(field(read)));
    }

    private TreePath target(TreePath path) {
        Tree target =
                path.getLeaf() instanceof AssignmentTree assignment
                        ? assignment.getVariable()
                        : ((CompoundAssignmentTree) path.getLeaf()).getVariable();
        return new TreePath(path, target);
    }

    private void report(TreePath path, TreePath target, AsyncBody body, Reporter reporter) {
        Element field = field(target);
        if (field != null && !isGuarded(path, body)) {
            reporter.report(path.getLeaf(), Diagnostics.FIELD_RACE, field.getSimpleName());
        }
    }

    private @Nullable Element field(TreePath path) {
        if (!(path.getLeaf() instanceof IdentifierTree)
                && !(path.getLeaf() instanceof MemberSelectTree)) {
            return null;
        }
        Element element = attribution.trees().getElement(path);
        return element != null && element.getKind() == ElementKind.FIELD ? element : null;
    }

    /** Who holds a lock of tasks is alone. */
    private boolean isGuarded(TreePath path, AsyncBody body) {
        return body.around(path).stream()
                .filter(around -> around.getLeaf() instanceof TryTree)
                .anyMatch(
                        around ->
                                ((TryTree) around.getLeaf())
                                        .getResources().stream()
                                                .map(resource -> new TreePath(around, resource))
                                                .anyMatch(this::isPermit));
    }

    private boolean isPermit(TreePath resource) {
        return attribution.isA(attribution.trees().getTypeMirror(resource), Names.PERMIT);
    }
}
