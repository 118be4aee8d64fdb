package dev.weft.processor.check;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;

/** What leaves the block of a group looks as if it left at once, and waits for all tasks first. */
final class NoJumpOutOfGroup implements Rule {

    private final Attribution attribution;

    NoJumpOutOfGroup(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(StatementTree.class)
                .filter(path -> isJump(path.getLeaf()) && leavesGroup(path, body))
                .forEach(path -> reporter.report(path.getLeaf(), Diagnostics.JUMP_OUT_OF_GROUP));
    }

    private static boolean isJump(Tree tree) {
        return tree instanceof ReturnTree
                || tree instanceof BreakTree
                || tree instanceof ContinueTree;
    }

    /** What has no label ends at the nearest loop, or a break at a switch. */
    private boolean leavesGroup(TreePath jump, AsyncBody body) {
        TreePath inner = jump;
        for (TreePath around : body.around(jump)) {
            Tree tree = around.getLeaf();
            if (tree instanceof TryTree guarded
                    && guarded.getBlock() == inner.getLeaf()
                    && isGroup(around, guarded)) {
                return true;
            }
            if (isEnd(jump.getLeaf(), tree)) {
                return false;
            }
            inner = around;
        }
        return false;
    }

    private static boolean isEnd(Tree jump, Tree around) {
        boolean labelled =
                jump instanceof ReturnTree
                        || jump instanceof BreakTree left && left.getLabel() != null
                        || jump instanceof ContinueTree again && again.getLabel() != null;
        return !labelled
                && switch (around.getKind()) {
                    case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> true;
                    case SWITCH -> jump instanceof BreakTree;
                    default -> false;
                };
    }

    private boolean isGroup(TreePath path, TryTree tree) {
        return tree.getResources().stream()
                .map(resource -> attribution.trees().getTypeMirror(new TreePath(path, resource)))
                .anyMatch(type -> attribution.isA(type, Names.GROUP));
    }
}
