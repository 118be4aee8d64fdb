package dev.weft.differential;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.List;

/** Whether a statement can complete normally, as chapter 14.22 of the language says. */
final class Completion {

    static boolean of(Statement statement) {
        if (statement.isReturnStmt()
                || statement.isThrowStmt()
                || statement.isBreakStmt()
                || statement.isContinueStmt()
                || statement.isYieldStmt()) return false;
        if (statement instanceof BlockStmt block) return all(block.getStatements());
        if (statement instanceof LabeledStmt labelled)
            return of(labelled.getStatement())
                    || leaves(labelled.getStatement(), labelled.getLabel().asString());
        if (statement instanceof IfStmt branch)
            return branch.getElseStmt()
                    .map(other -> of(branch.getThenStmt()) || of(other))
                    .orElse(true);
        if (statement.isSynchronizedStmt()) return of(statement.asSynchronizedStmt().getBody());
        if (statement instanceof TryStmt block) return of(block);
        if (statement instanceof SwitchStmt choice) return of(choice);
        return ofLoop(statement);
    }

    private static boolean all(List<Statement> statements) {
        return statements.stream().allMatch(Completion::of);
    }

    private static boolean ofLoop(Statement statement) {
        if (statement instanceof WhileStmt loop)
            return !isTrue(loop.getCondition()) || breaks(statement);
        if (statement instanceof DoStmt loop)
            return !isTrue(loop.getCondition()) && repeats(loop) || breaks(statement);
        if (statement instanceof ForStmt loop)
            return !loop.getCompare().map(Completion::isTrue).orElse(true) || breaks(statement);
        return true;
    }

    private static boolean isTrue(Expression condition) {
        return condition.isBooleanLiteralExpr() && condition.asBooleanLiteralExpr().getValue();
    }

    private static boolean repeats(DoStmt loop) {
        return of(loop.getBody())
                || loop.getBody()
                        .findFirst(com.github.javaparser.ast.stmt.ContinueStmt.class)
                        .isPresent();
    }

    private static boolean of(TryStmt block) {
        if (block.getFinallyBlock().map(last -> !of(last)).orElse(false)) return false;
        return of(block.getTryBlock())
                || block.getCatchClauses().stream().anyMatch(handler -> of(handler.getBody()));
    }

    private static boolean of(SwitchStmt choice) {
        boolean isDefault = false;
        boolean ends = choice.getEntries().isEmpty() || breaks(choice);
        for (SwitchEntry entry : choice.getEntries()) {
            isDefault |= entry.getLabels().isEmpty() || entry.isDefault();
            if (entry.getType() != SwitchEntry.Type.STATEMENT_GROUP)
                ends |=
                        entry.getType() == SwitchEntry.Type.EXPRESSION
                                || all(entry.getStatements());
        }
        SwitchEntry last = choice.getEntries().getLast().orElseThrow();
        if (last.getType() == SwitchEntry.Type.STATEMENT_GROUP) ends |= all(last.getStatements());
        return ends || !isDefault;
    }

    private static boolean leaves(Statement inner, String label) {
        return inner.findFirst(
                        BreakStmt.class,
                        jump -> jump.getLabel().map(l -> l.asString().equals(label)).orElse(false))
                .isPresent();
    }

    /** Whether a break without a label, or with the statement's own, leaves it. */
    private static boolean breaks(Statement target) {
        return target.findFirst(BreakStmt.class, jump -> targetOf(jump) == target).isPresent();
    }

    private static Object targetOf(BreakStmt jump) {
        if (jump.getLabel().isPresent()) return jump;
        var node = jump.getParentNode().orElseThrow();
        while (!(node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof ForStmt
                || node instanceof com.github.javaparser.ast.stmt.ForEachStmt
                || node instanceof SwitchStmt)) node = node.getParentNode().orElseThrow();
        return node;
    }

    private Completion() {}
}
