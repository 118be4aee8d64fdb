package dev.weft.processor.check;

import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Whether a catch clause lets nothing that it caught end there. */
final class Rethrow extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Set<String> HANDS_ON = Set.of("completeExceptionally", "setException");

    private final Trees trees;
    private final CatchTree clause;
    private final Element caught;
    private boolean kept;
    private boolean sortsOut;

    private Rethrow(Trees trees, CatchTree clause, Element caught) {
        this.trees = trees;
        this.clause = clause;
        this.caught = caught;
    }

    /**
     * Whether every way out of the clause throws what it caught, or hands it on as a failed result;
     * or whether it asks for cancels and throws those.
     */
    static boolean isCertain(Trees trees, TreePath handler) {
        CatchTree clause = (CatchTree) handler.getLeaf();
        Element caught = trees.getElement(new TreePath(handler, clause.getParameter()));
        TreePath block = new TreePath(handler, clause.getBlock());
        Rethrow rethrow = new Rethrow(trees, clause, caught);
        rethrow.scan(block, null);
        boolean ends = Completion.isPossible(trees, block, clause.getBlock());
        return rethrow.sortsOut || !ends && !rethrow.kept;
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        TreePath condition = new TreePath(getCurrentPath(), tree.getCondition());
        if (asksForCancels(condition) && throwsIt(tree.getThenStatement())) {
            sortsOut = true;
        }
        return super.visitIf(tree, null);
    }

    private boolean asksForCancels(TreePath condition) {
        return condition.getLeaf().toString().contains("CancelledError")
                && mentions(condition)
                && new Contains(InstanceOfTree.class).scan(condition.getLeaf(), null) != null;
    }

    private boolean throwsIt(StatementTree statement) {
        TreePath path = new TreePath(getCurrentPath(), statement);
        return !Completion.isPossible(trees, path, statement)
                && new Contains(ThrowTree.class).scan(statement, null) != null;
    }

    /** Whoever waits for a future that is completed with it gets it. */
    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        sortsOut |=
                HANDS_ON.contains(String.valueOf(Names.lastOf(tree.getMethodSelect())))
                        && mentions(getCurrentPath());
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        TreePath thrown = new TreePath(getCurrentPath(), tree.getExpression());
        kept |= tree.getExpression() instanceof NewClassTree || !mentions(thrown);
        return super.visitThrow(tree, null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        ExpressionTree value = tree.getExpression();
        boolean fails =
                value instanceof MethodInvocationTree call
                        && String.valueOf(Names.lastOf(call.getMethodSelect())).startsWith("failed")
                        && mentions(new TreePath(getCurrentPath(), value));
        kept |= !fails;
        return null;
    }

    @Override
    public @Nullable Void visitBreak(BreakTree tree, @Nullable Void unused) {
        kept |= leaves(tree.getLabel() != null);
        return null;
    }

    @Override
    public @Nullable Void visitContinue(ContinueTree tree, @Nullable Void unused) {
        kept |= leaves(tree.getLabel() != null);
        return null;
    }

    /** What has no label stays inside the nearest loop or switch. */
    private boolean leaves(boolean labelled) {
        for (TreePath at = getCurrentPath(); at.getLeaf() != clause; at = at.getParentPath()) {
            switch (at.getLeaf().getKind()) {
                case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP, SWITCH -> {
                    return labelled;
                }
                default -> {}
            }
        }
        return true;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }

    private boolean mentions(TreePath path) {
        return !Locals.usesIn(trees, path, caught).isEmpty();
    }

    /** Finds a tree of a kind. */
    private static final class Contains extends TreeScanner<@Nullable Tree, @Nullable Void> {

        private final Class<? extends Tree> kind;

        Contains(Class<? extends Tree> kind) {
            this.kind = kind;
        }

        @Override
        public @Nullable Tree scan(@Nullable Tree tree, @Nullable Void unused) {
            return kind.isInstance(tree) ? tree : super.scan(tree, null);
        }

        @Override
        public @Nullable Tree reduce(@Nullable Tree one, @Nullable Tree other) {
            return one == null ? other : one;
        }
    }
}
