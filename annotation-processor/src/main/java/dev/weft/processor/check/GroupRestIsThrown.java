package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.ExecutableElement;

/** What handles some exceptions of a group says what becomes of the others. */
final class GroupRestIsThrown implements Rule {

    private final Trees trees;

    GroupRestIsThrown(Trees trees) {
        this.trees = trees;
    }

    @Override
    public void discarded(TreePath expression, Body body, Reporter reporter) {
        if (expression.getLeaf() instanceof MethodInvocationTree call
                && trees.getElement(expression) instanceof ExecutableElement method
                && method.getSimpleName().contentEquals("handle")
                && method.getReturnType().toString().equals("dev.weft.ExceptionGroup.Handling")) {
            reporter.report(
                    call.getMethodSelect(),
                    Remedy.of(call, "{0}.orThrow()", call),
                    Diagnostics.GROUP_REST_LOST);
        }
    }
}
