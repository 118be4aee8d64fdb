package dev.weft.processor.check;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Set;

/**
 * A {@code return other} awaits what it returns before a {@code finally} runs. Where that never
 * completes, javac drops the return, and no class file tells that there was one.
 */
final class ReturnIsNotLost implements Rule {

    private static final Set<String> VALUES =
            Set.of("done", "failed", "end", "completedFuture", "completedStage", "failedFuture");

    @Override
    public void asyncReturn(TreePath returned, Body body, Reporter reporter) {
        if (body.inJumpingTry() && !body.isGenerator() && !isValue(returned.getLeaf())) {
            reporter.report(returned.getLeaf(), Diagnostics.RETURN_LOST);
        }
    }

    /** Whether what is returned is there already: nothing awaits it. */
    static boolean isValue(Tree returned) {
        return returned instanceof LiteralTree
                || returned instanceof MethodInvocationTree call
                        && VALUES.contains(String.valueOf(Names.lastOf(call.getMethodSelect())));
    }
}
