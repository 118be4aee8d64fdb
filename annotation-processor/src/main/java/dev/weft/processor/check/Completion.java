package dev.weft.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement can complete normally, as section 14.22 of the Java language specification
 * says it, of code without unreachable statements. In one thing it says less, as class files do: of
 * an {@code if} whose condition is a constant, only the branch that is taken counts.
 */
final class Completion extends SimpleTreeVisitor<Boolean, @Nullable Void> {

    private final Constants constants;
    private final Switches switches;

    /** What encloses the statement that is looked at, inside the one that was asked about. */
    private final Deque<Target> targets = new ArrayDeque<>();

    /** What jumps go behind: the statement of a {@code break}, the loop's body of a continue. */
    private final Set<Tree> jumps = new HashSet<>();

    private record Target(Tree statement, @Nullable Name label) {}

    private Completion(Trees trees, TreePath path) {
        super(true);
        constants = new Constants(trees, path);
        switches = new Switches(trees, path);
    }

    /** Whether a statement can complete normally; the path leads to it or to what is around it. */
    static boolean isPossible(Trees trees, TreePath path, StatementTree statement) {
        return new Completion(trees, path).completes(statement);
    }

    private boolean completes(@Nullable Tree tree) {
        return tree == null || tree.accept(this, null);
    }

    private boolean complete(List<? extends StatementTree> statements) {
        for (StatementTree statement : statements) {
            if (!completes(statement)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean visitBlock(BlockTree tree, @Nullable Void unused) {
        return complete(tree.getStatements());
    }

    @Override
    public Boolean visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        targets.push(new Target(tree, tree.getLabel()));
        boolean end = completes(tree.getStatement());
        targets.pop();
        return end || jumps.contains(tree);
    }

    @Override
    public Boolean visitIf(IfTree tree, @Nullable Void unused) {
        Boolean taken = constants.truth(tree.getCondition());
        if (taken != null) {
            return completes(taken ? tree.getThenStatement() : tree.getElseStatement());
        }
        boolean then = completes(tree.getThenStatement());
        return completes(tree.getElseStatement()) || then;
    }

    @Override
    public Boolean visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        inside(tree, tree.getStatement());
        return !isAlways(tree.getCondition()) || jumps.contains(tree);
    }

    @Override
    public Boolean visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        boolean atCondition =
                inside(tree, tree.getStatement()) || jumps.contains(tree.getStatement());
        return atCondition && !isAlways(tree.getCondition()) || jumps.contains(tree);
    }

    @Override
    public Boolean visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        inside(tree, tree.getStatement());
        ExpressionTree condition = tree.getCondition();
        return condition != null && !isAlways(condition) || jumps.contains(tree);
    }

    @Override
    public Boolean visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        inside(tree, tree.getStatement());
        return true;
    }

    private boolean isAlways(ExpressionTree condition) {
        return Boolean.TRUE.equals(constants.truth(condition));
    }

    private boolean inside(Tree target, Tree body) {
        targets.push(new Target(target, null));
        boolean end = completes(body);
        targets.pop();
        return end;
    }

    @Override
    public Boolean visitSwitch(SwitchTree tree, @Nullable Void unused) {
        targets.push(new Target(tree, null));
        boolean end = !switches.isExhaustive(tree) || tree.getCases().isEmpty();
        for (CaseTree branch : tree.getCases()) {
            boolean last = branch == tree.getCases().get(tree.getCases().size() - 1);
            boolean falls =
                    branch.getCaseKind() == CaseTree.CaseKind.RULE
                            ? completes(branch.getBody())
                            : complete(branch.getStatements()) && last;
            end |= falls;
        }
        targets.pop();
        return end || jumps.contains(tree);
    }

    @Override
    public Boolean visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return completes(tree.getBlock());
    }

    /** No jump gets past a {@code finally} that does not complete. */
    @Override
    public Boolean visitTry(TryTree tree, @Nullable Void unused) {
        Set<Tree> before = Set.copyOf(jumps);
        boolean end = completes(tree.getBlock());
        for (CatchTree handler : tree.getCatches()) {
            end |= completes(handler.getBlock());
        }
        Set<Tree> after = Set.copyOf(jumps);
        jumps.retainAll(before);
        if (!completes(tree.getFinallyBlock())) {
            return false;
        }
        jumps.addAll(after);
        return end;
    }

    @Override
    public Boolean visitBreak(BreakTree tree, @Nullable Void unused) {
        Name label = tree.getLabel();
        targets.stream()
                .filter(target -> Objects.equals(label, target.label()))
                .findFirst()
                .ifPresent(target -> jumps.add(target.statement()));
        return false;
    }

    @Override
    public Boolean visitContinue(ContinueTree tree, @Nullable Void unused) {
        Tree body = null;
        for (Target target : targets) {
            Tree inner = bodyOf(target.statement());
            body = inner == null ? body : inner;
            if (body != null && Objects.equals(tree.getLabel(), target.label())) {
                jumps.add(body);
                return false;
            }
        }
        return false;
    }

    private static @Nullable Tree bodyOf(Tree statement) {
        return switch (statement.getKind()) {
            case WHILE_LOOP -> ((WhileLoopTree) statement).getStatement();
            case DO_WHILE_LOOP -> ((DoWhileLoopTree) statement).getStatement();
            case FOR_LOOP -> ((ForLoopTree) statement).getStatement();
            case ENHANCED_FOR_LOOP -> ((EnhancedForLoopTree) statement).getStatement();
            default -> null;
        };
    }

    @Override
    public Boolean visitReturn(ReturnTree tree, @Nullable Void unused) {
        return false;
    }

    @Override
    public Boolean visitThrow(ThrowTree tree, @Nullable Void unused) {
        return false;
    }

    @Override
    public Boolean visitYield(YieldTree tree, @Nullable Void unused) {
        return false;
    }
}
