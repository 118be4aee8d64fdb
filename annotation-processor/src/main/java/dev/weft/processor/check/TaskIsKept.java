package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Who makes a task keeps it, or makes it in a group, which looks after it. */
final class TaskIsKept implements Rule {

    private static final String[] PARTS = {"", "{0}", "{0}, {1}"};

    private final Attribution attribution;

    TaskIsKept(Attribution attribution) {
        this.attribution = attribution;
    }

    /** A callback has nowhere to keep it. */
    @Override
    public void discarded(TreePath expression, Body body, Reporter reporter) {
        if (!(expression.getParentPath().getLeaf() instanceof LambdaExpressionTree)) {
            check(expression, reporter);
        }
    }

    @Override
    public void local(TreePath variable, Element declared, Body body, Reporter reporter) {
        ExpressionTree made = ((VariableTree) variable.getLeaf()).getInitializer();
        if (made != null && Locals.uses(attribution.trees(), variable, declared).isEmpty()) {
            check(new TreePath(variable, made), reporter);
        }
    }

    private void check(TreePath path, Reporter reporter) {
        if (path.getLeaf() instanceof MethodInvocationTree call && makesTask(path)) {
            String group = groupAround(path);
            Remedy remedy =
                    group == null
                            ? null
                            : Remedy.of(
                                    call,
                                    group
                                            + ".createTask("
                                            + PARTS[call.getArguments().size()]
                                            + ")",
                                    call.getArguments().toArray(Tree[]::new));
            reporter.report(
                    call.getMethodSelect(),
                    remedy,
                    group == null ? Diagnostics.TASK_LOST : Diagnostics.TASK_LOST_IN_GROUP,
                    group == null ? "group" : group);
        }
    }

    private boolean makesTask(TreePath path) {
        return attribution.trees().getElement(path) instanceof ExecutableElement method
                && method.getSimpleName().contentEquals("createTask")
                && (Names.isFunction(method)
                        || Names.is(method.getEnclosingElement(), Names.PACKAGE + "EventLoop"));
    }

    /** The variable of the innermost group whose block this is in, as long as it is one body. */
    private @Nullable String groupAround(TreePath place) {
        TreePath inner = place;
        for (TreePath at = place.getParentPath();
                at != null && !isOtherBody(at.getLeaf());
                inner = at, at = at.getParentPath()) {
            if (at.getLeaf() instanceof TryTree tree && tree.getBlock() == inner.getLeaf()) {
                String group = groupIn(at, tree.getResources());
                if (group != null) {
                    return group;
                }
            }
        }
        return null;
    }

    private static boolean isOtherBody(Tree tree) {
        return switch (tree.getKind()) {
            case METHOD, LAMBDA_EXPRESSION, CLASS, INTERFACE, ENUM, RECORD -> true;
            default -> false;
        };
    }

    private @Nullable String groupIn(TreePath path, List<? extends Tree> resources) {
        Trees trees = attribution.trees();
        for (int i = resources.size() - 1; i >= 0; i--) {
            if (resources.get(i) instanceof VariableTree variable
                    && attribution.isA(
                            trees.getTypeMirror(new TreePath(path, variable)), Names.GROUP)) {
                return variable.getName().toString();
            }
        }
        return null;
    }
}
