package dev.weft.processor.check;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.util.TreePath;

/** {@code each} is what a loop runs over: its elements are awaited by the loop. */
final class EachIsALoop implements Rule {

    @Override
    public void suspension(Suspension found, Body body, Reporter reporter) {
        if (found.kind() == Suspension.Kind.EACH && body.isAsync() && !isHead(found.path())) {
            reporter.report(found.tree(), Diagnostics.EACH_ELSEWHERE);
        }
    }

    private static boolean isHead(TreePath path) {
        TreePath inner = path;
        while (inner.getParentPath().getLeaf() instanceof ParenthesizedTree) {
            inner = inner.getParentPath();
        }
        return inner.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop
                && loop.getExpression() == inner.getLeaf();
    }
}
