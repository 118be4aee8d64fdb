package dev.weft.processor.check;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;

/** A loop that nothing ends awaits something: else nothing else ever runs on its thread. */
final class LoopLetsOthersRun implements Rule {

    private final Trees trees;

    LoopLetsOthersRun(Trees trees) {
        this.trees = trees;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(StatementTree.class)
                .filter(path -> isLoop(path.getLeaf()))
                .filter(path -> !Completion.isPossible(trees, path, (StatementTree) path.getLeaf()))
                .filter(path -> !body.suspendsIn(path.getLeaf()) && !isLeft(body, path.getLeaf()))
                .forEach(path -> reporter.report(path.getLeaf(), Diagnostics.ENDLESS_LOOP));
    }

    private static boolean isLoop(Tree tree) {
        return switch (tree.getKind()) {
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP -> true;
            default -> false;
        };
    }

    /** A label may stand around the loop. */
    private static boolean isLeft(AsyncBody body, Tree loop) {
        return body.all(Tree.class)
                .filter(path -> AsyncBody.isInside(path, loop))
                .map(TreePath::getLeaf)
                .anyMatch(
                        tree ->
                                tree instanceof ReturnTree
                                        || tree instanceof ThrowTree
                                        || tree instanceof BreakTree jump && jump.getLabel() != null
                                        || tree instanceof ContinueTree again
                                                && again.getLabel() != null);
    }
}
