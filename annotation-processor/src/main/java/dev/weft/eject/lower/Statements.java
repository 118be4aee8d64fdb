package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Function;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Takes statements apart as far as something in them has to wait. */
final class Statements {

    private final Lowering body;
    private final Loops loops;
    private final Tries tries;
    private final Switches switches;
    private final Remarks remarks;

    Statements(Lowering body) {
        this.body = body;
        this.loops = new Loops(body);
        this.tries = new Tries(body);
        this.switches = new Switches(body);
        this.remarks = new Remarks();
    }

    Switches switches() {
        return switches;
    }

    void all(List<Statement> statements) {
        for (Statement statement : statements) {
            one(statement);
        }
    }

    void one(Statement statement) {
        if (!body.flow.isReached()) {
            return;
        }
        if (!(statement instanceof BlockStmt)) {
            remarks.before(statement).forEach(text -> body.flow.add(new Step.Remark(text)));
        }
        if (statement instanceof LocalClassDeclarationStmt
                || statement instanceof LocalRecordDeclarationStmt) {
            body.machine.classes().add(statement);
        } else if (!body.suspending.is(statement)) {
            plain(statement);
        } else {
            apart(statement);
        }
    }

    private void plain(Statement statement) {
        if (statement instanceof YieldStmt given && switches.lower(given)) return;
        if (body.jumps.lower(statement)) return;
        if (statement instanceof ExpressionStmt line
                && line.getExpression() instanceof VariableDeclarationExpr declaration) {
            declare(statement, declaration);
        } else if (statement instanceof BlockStmt block
                && (isAlone(block) || needsToBeApart(block))) {
            all(block.getStatements());
        } else {
            verbatim(statement);
        }
    }

    /** What is led elsewhere by a yield cannot stay in one piece. */
    private boolean needsToBeApart(BlockStmt block) {
        return block.getStatements().stream()
                .anyMatch(
                        inner ->
                                inner instanceof YieldStmt given && switches.target(given) != null);
    }

    private void verbatim(Statement statement) {
        if (switches.yieldsOutOf(statement)) {
            apart(statement);
            return;
        }
        body.jumps.redirectIn(statement);
        body.flow.add(new Step.Verbatim(statement));
        declareBehind(statement);
        if (!body.completion.of(statement)) {
            body.flow.goOn(null);
        }
    }

    /** A pattern may declare variables for what stands behind the statement. */
    private void declareBehind(Statement statement) {
        if (statement instanceof IfStmt branch) {
            boolean then = body.completion.of(branch.getThenStmt());
            boolean otherwise = branch.getElseStmt().map(body.completion::of).orElse(true);
            if (then != otherwise) {
                declareBehind(branch.getCondition(), then);
            }
        } else if (statement instanceof WhileStmt loop) {
            declareBehind(loop.getCondition(), false);
        } else if (statement instanceof DoStmt loop) {
            declareBehind(loop.getCondition(), false);
        } else if (statement instanceof ForStmt loop) {
            loop.getCompare().ifPresent(condition -> declareBehind(condition, false));
        }
    }

    private void declareBehind(Expression condition, boolean outcome) {
        for (var pattern : Bindings.of(condition, outcome)) {
            body.variables.of(pattern).declaredIn(body.flow.block());
        }
        body.bind(condition, outcome);
    }

    private void apart(Statement statement) {
        if (statement instanceof BlockStmt block) {
            all(block.getStatements());
        } else if (statement instanceof ExpressionStmt line) {
            expressionStatement(line);
        } else if (statement instanceof IfStmt branch) {
            branch(branch);
        } else if (statement instanceof LabeledStmt labelled) {
            labelled(labelled);
        } else if (statement instanceof TryStmt block) {
            tries.lower(block);
        } else if (statement instanceof SwitchStmt choice) {
            switches.lower(choice);
        } else if (statement instanceof ThrowStmt thrown) {
            Code failure = body.expressions.value(thrown.getExpression());
            body.flow.exit("throw ", failure, ";");
        } else if (statement instanceof YieldStmt given) {
            switches.lower(given);
        } else if (statement instanceof AssertStmt assertion) {
            assertion(assertion);
        } else if (statement instanceof SynchronizedStmt block) {
            synchronised(block);
        } else if (Completion.isLoop(statement)) {
            loops.lower(statement);
        } else if (!body.jumps.lower(statement)) {
            throw new Unejectable(statement, "a statement of an unknown kind waits");
        }
    }

    /** Only what the monitor belongs to may wait. */
    private void synchronised(SynchronizedStmt block) {
        body.replace(block.getExpression(), body.expressions.value(block.getExpression()));
        verbatim(block);
    }

    private void expressionStatement(ExpressionStmt line) {
        if (line.getExpression() instanceof VariableDeclarationExpr declaration) {
            for (VariableDeclarator declarator : declaration.getVariables()) {
                declareApart(declarator);
            }
        } else {
            expression(line.getExpression());
        }
    }

    /** Evaluates an expression whose value nobody wants. */
    void expression(Expression expression) {
        Expression bare = Suspending.unwrapped(expression);
        if (body.facts.is(bare, Function.AWAIT) || body.facts.is(bare, Function.EMIT)) {
            body.expressions.begin((MethodCallExpr) bare);
            body.flow.line("awaited();");
        } else if (bare instanceof MethodCallExpr call && body.suspending.isClose(call)) {
            close(call);
        } else if (bare instanceof AssignExpr assignment && isGivenAway(assignment)) {
            Variable variable = body.variables.known(((NameExpr) assignment.getTarget()));
            TypeMirror type = body.types.of(assignment.getTarget());
            if (variable != null) variable.assign();
            body.expressions.begin((MethodCallExpr) Suspending.unwrapped(assignment.getValue()));
            body.flow.line(variable == null ? assignment.getTarget() : variable, " = awaited();");
        } else {
            Code value = body.expressions.value(expression);
            if (value.parts().size() > 1 || !(value.parts().get(0) instanceof Variable)) {
                body.flow.line(value, ";");
            }
        }
    }

    private void close(MethodCallExpr call) {
        Object closed =
                call.getScope()
                        .<Object>map(body.expressions::value)
                        .orElse(body.machine.owner().getSimpleName() + ".this");
        boolean isThere = call.getScope().map(Expression::isObjectCreationExpr).orElse(true);
        if (isThere) {
            body.flow.suspend("close(", closed, ", null)");
        } else {
            TypeElement objects = body.facts.elements().getTypeElement("java.util.Objects");
            String check = body.typeNames.of(objects) + ".requireNonNull(";
            body.flow.suspend("close(" + check, closed, "), null)");
        }
        body.flow.line("closed();");
    }

    /** Whether a local variable gets just what an await gives. */
    private boolean isGivenAway(AssignExpr assignment) {
        Expression value = Suspending.unwrapped(assignment.getValue());
        return assignment.getOperator() == AssignExpr.Operator.ASSIGN
                && assignment.getTarget() instanceof NameExpr
                && (body.facts.is(value, Function.AWAIT) || body.facts.is(value, Function.EMIT))
                && body.expressions.fits(
                        body.types.of(value), body.types.of(assignment.getTarget()));
    }

    private void declare(Statement statement, VariableDeclarationExpr declaration) {
        List<Step.Assign> variables = new ArrayList<>();
        for (VariableDeclarator declarator : declaration.getVariables()) {
            Variable variable = body.variables.of(declarator);
            variable.declaredIn(body.flow.block());
            Code value =
                    declarator.getInitializer().map(init -> plain(variable, init)).orElse(null);
            variables.add(new Step.Assign(variable, value));
        }
        body.flow.add(new Step.Declaration(statement, variables));
    }

    private static Code plain(Variable variable, Expression value) {
        return value instanceof ArrayInitializerExpr
                ? Code.of("new " + variable.type() + " ", value)
                : Code.of(value);
    }

    void declareApart(VariableDeclarator declarator) {
        Variable variable = body.variables.of(declarator);
        Expression value = declarator.getInitializer().orElse(null);
        if (value == null) {
            body.assign(variable, null);
        } else if (value instanceof ArrayInitializerExpr) {
            Code values = body.expressions.value(value);
            body.assign(variable, Code.of("new " + variable.type() + " ", values));
        } else {
            body.expressions.assign(variable, body.types.declared(declarator), value);
        }
    }

    private void branch(IfStmt branch) {
        Expression condition = branch.getCondition();
        body.declareBindingsIn(condition);
        Code tested = body.expressions.value(condition);
        boolean goesOn =
                branch.getElseStmt().isPresent() || body.completion.of(branch.getThenStmt());
        body.flow.choose(
                tested,
                () -> {
                    body.bind(condition, true);
                    one(branch.getThenStmt());
                },
                () -> {
                    if (goesOn) body.bind(condition, false);
                    branch.getElseStmt().ifPresent(this::one);
                });
        if (!goesOn) body.bind(condition, false);
    }

    private void labelled(LabeledStmt labelled) {
        Statement inner = labelled.getStatement();
        Label behind = new Label();
        body.scopes.enter(labelled, behind, null);
        one(inner);
        body.scopes.leave();
        body.flow.mark(behind);
    }

    private void assertion(AssertStmt assertion) {
        body.flow.choose(
                Code.of(
                        body.typeNames.of(Machines.outermost(body.machine.owner()))
                                + ".class.desiredAssertionStatus()"),
                () -> {
                    Code holds = body.expressions.value(assertion.getCheck());
                    body.flow.choose(
                            Code.of("!(", holds, ")"),
                            () -> {
                                Code message =
                                        assertion
                                                .getMessage()
                                                .map(body.expressions::value)
                                                .orElse(Code.of(""));
                                body.flow.exit("throw new AssertionError(", message, ");");
                            },
                            () -> {});
                },
                () -> {});
    }

    /** Whether a block is the body of something that has been taken apart. */
    private static boolean isAlone(Node statement) {
        return !(statement.getParentNode().orElse(null) instanceof BlockStmt);
    }
}
