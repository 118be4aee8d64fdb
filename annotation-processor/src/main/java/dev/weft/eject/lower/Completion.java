package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.weft.eject.facts.Facts;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** Whether a statement can complete normally, as chapter 14.22 of the language says. */
final class Completion {

    private final Facts facts;

    Completion(Facts facts) {
        this.facts = facts;
    }

    boolean of(Statement statement) {
        if (statement.isReturnStmt()
                || statement.isThrowStmt()
                || statement.isBreakStmt()
                || statement.isContinueStmt()
                || statement.isYieldStmt()) {
            return false;
        }
        if (statement instanceof BlockStmt block) return all(block.getStatements());
        if (statement instanceof LabeledStmt labelled) {
            return of(labelled.getStatement()) || isLeft(labelled.getStatement(), labelled);
        }
        if (statement instanceof IfStmt branch) {
            return branch.getElseStmt()
                    .map(other -> of(branch.getThenStmt()) || of(other))
                    .orElse(true);
        }
        if (statement.isSynchronizedStmt()) return of(statement.asSynchronizedStmt().getBody());
        if (statement instanceof TryStmt block) return of(block);
        if (statement instanceof SwitchStmt choice) return of(choice);
        return ofLoop(statement);
    }

    boolean all(List<Statement> statements) {
        return statements.stream().allMatch(this::of);
    }

    private boolean ofLoop(Statement statement) {
        if (statement instanceof WhileStmt loop) {
            return !isTrue(loop.getCondition()) || isLeft(loop.getBody(), loop);
        }
        if (statement instanceof DoStmt loop) {
            boolean tested = of(loop.getBody()) || isRepeated(loop);
            return tested && !isTrue(loop.getCondition()) || isLeft(loop.getBody(), loop);
        }
        if (statement instanceof ForStmt loop) {
            boolean endless = loop.getCompare().map(this::isTrue).orElse(true);
            return !endless || isLeft(loop.getBody(), loop);
        }
        return true;
    }

    /** Whether a condition always holds, for the compiler as well. */
    boolean isTrue(Expression condition) {
        Expression bare = Suspending.unwrapped(condition);
        if (bare instanceof BooleanLiteralExpr literal) return literal.getValue();
        VariableElement named = bare instanceof NameExpr ? facts.variable(bare) : null;
        return named != null && Boolean.TRUE.equals(named.getConstantValue());
    }

    private boolean of(TryStmt block) {
        if (block.getFinallyBlock().map(last -> !of(last)).orElse(false)) return false;
        return of(block.getTryBlock())
                || block.getCatchClauses().stream().anyMatch(handler -> of(handler.getBody()));
    }

    private boolean of(SwitchStmt choice) {
        boolean exhaustive = Switches.isExhaustive(choice);
        boolean ends = choice.getEntries().isEmpty() || isLeft(choice, choice);
        for (SwitchEntry entry : choice.getEntries()) {
            ends |=
                    switch (entry.getType()) {
                        case STATEMENT_GROUP -> false;
                        case EXPRESSION -> true;
                        case BLOCK, THROWS_STATEMENT -> all(entry.getStatements());
                    };
        }
        SwitchEntry last = choice.getEntries().getLast().orElse(null);
        if (last != null && last.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
            ends |= all(last.getStatements());
        }
        return ends || !exhaustive;
    }

    /** Whether a break in a statement leaves the target. */
    private static boolean isLeft(Statement within, Statement target) {
        return within.findFirst(BreakStmt.class, jump -> target(jump) == target).isPresent();
    }

    private static boolean isRepeated(DoStmt loop) {
        return loop.getBody()
                .findFirst(ContinueStmt.class, jump -> target(jump) == loop)
                .isPresent();
    }

    /** What a break leaves: a loop, a switch, or a statement with its label. */
    static Node target(BreakStmt jump) {
        if (jump.getLabel().isPresent()) {
            return labelled(jump, jump.getLabel().get().asString());
        }
        Node node = jump.getParentNode().orElseThrow();
        while (!isLoop(node) && !(node instanceof SwitchStmt)) {
            node = node.getParentNode().orElseThrow();
        }
        return node;
    }

    /** The loop that is continued. */
    static Node target(ContinueStmt jump) {
        if (jump.getLabel().isPresent()) {
            Node node = labelled(jump, jump.getLabel().get().asString());
            while (node instanceof LabeledStmt labelled) {
                node = labelled.getStatement();
            }
            return node;
        }
        Node node = jump.getParentNode().orElseThrow();
        while (!isLoop(node)) {
            node = node.getParentNode().orElseThrow();
        }
        return node;
    }

    private static Node labelled(Node from, String label) {
        Node node = from;
        while (!(node instanceof LabeledStmt labelled
                && labelled.getLabel().asString().equals(label))) {
            node = node.getParentNode().orElseThrow();
        }
        return node;
    }

    static boolean isLoop(Node node) {
        return node instanceof WhileStmt
                || node instanceof DoStmt
                || node instanceof ForStmt
                || node instanceof com.github.javaparser.ast.stmt.ForEachStmt;
    }
}
