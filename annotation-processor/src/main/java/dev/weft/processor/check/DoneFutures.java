package dev.weft.processor.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Tells of futures that are done where they are asked, so that asking them does not block. */
final class DoneFutures {

    private static final Set<String> QUESTIONS =
            Set.of("isDone", "isCompletedExceptionally", "isCompletedNormally", "isCancelled");
    private static final String QUESTION =
            "(?:is[A-Z]\\w*|\\w*(?:[dD]one|[rR]eady|[aA]vailable|[cC]omplete|[fF]inished)\\w*)";
    private static final Set<String> MADE_DONE =
            Set.of("completedFuture", "failedFuture", "completedStage", "failedStage");

    /** What returns when the future is done. */
    private static final Set<String> WAITS = Set.of("await", "join", "get");

    private final Trees trees;

    DoneFutures(Trees trees) {
        this.trees = trees;
    }

    boolean isDone(TreePath call, TreePath future) {
        return isMadeDone(future.getLeaf())
                || isAskedAround(call, future.getLeaf().toString())
                || isWaitedForBefore(call, future);
    }

    private static boolean isMadeDone(Tree future) {
        return future instanceof MethodInvocationTree made
                && MADE_DONE.contains(String.valueOf(Names.lastOf(made.getMethodSelect())));
    }

    /** Whether the code is reached only if the future said that it is done. */
    private static boolean isAskedAround(TreePath call, String future) {
        TreePath inner = call;
        for (TreePath at = call.getParentPath();
                at != null && !isBody(at.getLeaf());
                inner = at, at = at.getParentPath()) {
            if (isAskedBy(at.getLeaf(), inner.getLeaf(), future)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAskedBy(Tree around, Tree inner, String future) {
        if (around instanceof IfTree tree) {
            return saysSo(tree.getCondition(), future, inner == tree.getThenStatement())
                    && inner != tree.getCondition();
        }
        if (around instanceof ConditionalExpressionTree tree) {
            return saysSo(tree.getCondition(), future, inner == tree.getTrueExpression())
                    && inner != tree.getCondition();
        }
        if (around instanceof BinaryTree tree && inner == tree.getRightOperand()) {
            return saysSo(
                    tree.getLeftOperand(), future, tree.getKind() != Tree.Kind.CONDITIONAL_OR);
        }
        return around instanceof BlockTree block
                && block.getStatements().stream()
                        .takeWhile(statement -> statement != inner)
                        .anyMatch(statement -> endsUnlessDone(statement, future));
    }

    private static boolean endsUnlessDone(StatementTree statement, String future) {
        return statement instanceof IfTree tree
                        && tree.getElseStatement() == null
                        && saysSo(tree.getCondition(), future, false)
                || statement instanceof WhileLoopTree loop
                        && saysSo(loop.getCondition(), future, false);
    }

    private static boolean saysSo(ExpressionTree condition, String future, boolean ifTrue) {
        String text = condition.toString();
        return question(future)
                .matcher(text)
                .results()
                .anyMatch(question -> text.contains("!" + question.group()) != ifTrue);
    }

    /** The future is asked itself, or by a method that is given it, as in {@code isReady(it)}. */
    private static Pattern question(String future) {
        String it = Pattern.quote(future);
        return Pattern.compile(
                "(?<![\\w.])(?:%1$s\\.(?:%2$s)\\(\\)|(?:\\w+\\.)?%3$s\\(%1$s\\))"
                        .formatted(it, String.join("|", QUESTIONS), QUESTION));
    }

    /** Whether something that waits for the future comes before, or for all of its collection. */
    private boolean isWaitedForBefore(TreePath call, TreePath future) {
        List<Element> wanted = new ArrayList<>();
        Element element = trees.getElement(future);
        if (element != null && !(future.getLeaf() instanceof MethodInvocationTree)) {
            wanted.add(element);
        }
        TreePath body = call;
        while (body.getParentPath() != null && !isBody(body.getLeaf())) {
            body = body.getParentPath();
            if (body.getLeaf() instanceof EnhancedForLoopTree loop
                    && wanted.contains(trees.getElement(new TreePath(body, loop.getVariable())))) {
                elementsIn(new TreePath(body, loop.getExpression())).forEach(wanted::add);
            }
        }
        return !wanted.isEmpty() && new Waits(call, wanted).isFoundIn(body);
    }

    private Stream<Element> elementsIn(TreePath expression) {
        Element element = trees.getElement(expression);
        return Stream.ofNullable(element);
    }

    private static boolean isBody(Tree tree) {
        return tree instanceof MethodTree || tree instanceof LambdaExpressionTree;
    }

    /** Looks for what waits for one of some variables, up to a place. */
    private final class Waits extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final TreePath place;
        private final List<Element> wanted;
        private boolean ended;
        private boolean found;

        Waits(TreePath place, List<Element> wanted) {
            this.place = place;
            this.wanted = wanted;
        }

        boolean isFoundIn(TreePath body) {
            scan(body, null);
            return found;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            ended |= tree == place.getLeaf();
            return ended ? null : super.scan(tree, null);
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree tree, @Nullable Void unused) {
            super.visitMethodInvocation(tree, null);
            if (!ended && WAITS.contains(String.valueOf(Names.lastOf(tree.getMethodSelect())))) {
                found |= wanted.stream().anyMatch(this::isIn) && isPassed(getCurrentPath());
            }
            return null;
        }

        private boolean isIn(Element element) {
            return !Locals.usesIn(trees, getCurrentPath(), element).isEmpty();
        }

        /** Whether the wait is not in another branch than the place. */
        private boolean isPassed(TreePath wait) {
            TreePath inner = wait;
            for (TreePath at = wait.getParentPath();
                    at != null && !isBody(at.getLeaf());
                    inner = at, at = at.getParentPath()) {
                if (isBranch(at.getLeaf(), inner.getLeaf())
                        && !AsyncBody.isInside(place, inner.getLeaf())) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isBranch(Tree around, Tree inner) {
        return around instanceof IfTree tree && inner != tree.getCondition()
                || around instanceof ConditionalExpressionTree choice
                        && inner != choice.getCondition()
                || around instanceof CatchTree
                || around instanceof CaseTree;
    }
}
