package dev.weft.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** No lock of a thread is held across a suspension: another thread may go on, or another task. */
final class NoLockAcrossSuspension implements Rule {

    private static final Set<String> TAKES = Set.of("lock", "lockInterruptibly");

    private final Attribution attribution;

    NoLockAcrossSuspension(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(BlockTree.class).forEach(path -> check(path, body, reporter));
        body.all(IfTree.class).forEach(path -> checkTried(path, body, reporter));
    }

    private void check(TreePath path, AsyncBody body, Reporter reporter) {
        List<? extends StatementTree> statements = ((BlockTree) path.getLeaf()).getStatements();
        for (int i = 0; i < statements.size(); i++) {
            String lock =
                    statements.get(i) instanceof ExpressionStatementTree statement
                            ? taken(new TreePath(path, statement.getExpression()), TAKES)
                            : null;
            if (lock != null) {
                held(lock, statements.subList(i + 1, statements.size()), body, reporter);
            }
        }
    }

    private void checkTried(TreePath path, AsyncBody body, Reporter reporter) {
        IfTree tree = (IfTree) path.getLeaf();
        Tree condition = tree.getCondition();
        while (condition instanceof ParenthesizedTree parentheses) {
            condition = parentheses.getExpression();
        }
        String lock = taken(new TreePath(path, condition), Set.of("tryLock"));
        if (lock != null) {
            StatementTree then = tree.getThenStatement();
            held(
                    lock,
                    then instanceof BlockTree block ? block.getStatements() : List.of(then),
                    body,
                    reporter);
        }
    }

    /** What is done until the lock is given back. */
    private static void held(
            String lock,
            List<? extends StatementTree> statements,
            AsyncBody body,
            Reporter reporter) {
        for (StatementTree statement : statements) {
            if (statement instanceof ExpressionStatementTree && releases(statement, lock)) {
                return;
            }
            if (statement instanceof TryTree tree
                    && tree.getFinallyBlock() != null
                    && releases(tree.getFinallyBlock(), lock)) {
                report(lock, tree.getBlock(), body, reporter);
                tree.getCatches().forEach(clause -> report(lock, clause, body, reporter));
                return;
            }
            report(lock, statement, body, reporter);
        }
    }

    private static void report(String lock, Tree tree, AsyncBody body, Reporter reporter) {
        body.suspensionsIn(tree)
                .filter(path -> path.getLeaf() instanceof MethodInvocationTree)
                .forEach(
                        path ->
                                reporter.report(
                                        ((MethodInvocationTree) path.getLeaf()).getMethodSelect(),
                                        Diagnostics.WAIT_WITH_LOCK,
                                        Names.brief(path.getLeaf()),
                                        lock));
    }

    private static boolean releases(Tree tree, String lock) {
        return tree.toString().contains(lock + ".unlock()");
    }

    /** The lock, as it is written; null if the call takes none. */
    private @Nullable String taken(TreePath call, Set<String> names) {
        return call.getLeaf() instanceof MethodInvocationTree tree
                        && tree.getMethodSelect() instanceof MemberSelectTree select
                        && names.contains(select.getIdentifier().toString())
                        && attribution.isA(
                                attribution
                                        .trees()
                                        .getTypeMirror(new TreePath(call, select.getExpression())),
                                "java.util.concurrent.locks.Lock")
                ? select.getExpression().toString()
                : null;
    }
}
