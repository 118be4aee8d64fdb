package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Ending;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Returns, breaks and continues, also those inside of statements that stay as they are. */
final class Jumps {

    private final Lowering body;
    private final Label end = new Label();
    private @Nullable Variable result;

    Jumps(Lowering body) {
        this.body = body;
    }

    /** The state that returns what was to be returned before something else had to be done. */
    void end() {
        if (end.isUsed() && result != null) {
            body.flow.mark(end);
            body.flow.exit("return ", result, ";");
        }
    }

    /** Returns the value of an expression, which may be something to be awaited. */
    void returned(Expression expression) {
        Expression bare = Suspending.unwrapped(expression);
        if (body.suspending.isValue(bare) && !body.suspending.is(bare)) {
            rename(bare);
            returned(Code.of(expression));
        } else if (bare instanceof ConditionalExpr choice) {
            body.declareBindingsIn(choice.getCondition());
            Code condition = body.expressions.value(choice.getCondition());
            body.flow.choose(
                    condition,
                    () -> {
                        body.bind(choice.getCondition(), true);
                        returned(choice.getThenExpr());
                    },
                    () -> {
                        body.bind(choice.getCondition(), false);
                        returned(choice.getElseExpr());
                    });
        } else if (bare instanceof SwitchExpr choice) {
            body.statements.switches().lower(choice, this::returned);
        } else if (body.facts.is(bare, Function.DONE)) {
            MethodCallExpr done = (MethodCallExpr) bare;
            Code value = body.expressions.value(done.getArgument(0));
            returned(Code.of("done(", value, ")"));
        } else if (body.machine.isGenerator()) {
            returned(Code.of("end()"));
        } else {
            Code value = body.expressions.value(expression);
            body.flow.suspend("awaitReturned(", value, ")");
            returned(Code.of("awaited()"));
        }
    }

    private void returned(Code value) {
        List<Ending> through = body.scopes.throughAll();
        if (through.isEmpty()) {
            body.flow.exit("return ", value, ";");
        } else {
            body.assign(result(), value);
            body.flow.jump(through, end);
        }
    }

    private Variable result() {
        if (result == null) {
            result = body.variables.temporary("result", "Object");
        }
        return result;
    }

    /** A return, break or continue as a statement by itself. */
    boolean lower(Statement statement) {
        if (statement instanceof ReturnStmt leaving) {
            leaving.getExpression()
                    .ifPresentOrElse(this::returned, () -> returned(Code.of("done()")));
            return true;
        }
        Step.Jump jump = jumpOf(statement);
        if (jump != null) {
            body.flow.add(jump);
            body.flow.goOn(null);
        }
        return jump != null;
    }

    private Step.@Nullable Jump jumpOf(Node statement) {
        if (statement instanceof BreakStmt leaving) {
            return body.scopes.behind(Completion.target(leaving));
        }
        return statement instanceof ContinueStmt again
                ? body.scopes.continuing(Completion.target(again))
                : null;
    }

    /** Leads the jumps inside of a statement that stays as it is to where they are to go. */
    void redirectIn(Node statement) {
        if (Suspending.isOtherBody(statement)) {
            return;
        }
        if (statement instanceof ReturnStmt leaving) {
            redirect(leaving);
        } else {
            Step.Jump jump = jumpOf(statement);
            if (jump != null) {
                body.replace(statement, jump);
            }
        }
        statement.getChildNodes().forEach(this::redirectIn);
    }

    private void redirect(ReturnStmt leaving) {
        leaving.getExpression().ifPresent(this::rename);
        List<Ending> through = body.scopes.throughAll();
        boolean empty = leaving.getExpression().isEmpty();
        if (!through.isEmpty()) {
            Object value = empty ? "done()" : leaving.getExpression().get();
            Variable kept = result();
            if (kept.home() == null) {
                kept.declaredIn(body.flow.block());
            }
            body.replace(
                    leaving,
                    new Code.Braced(Code.of(kept, " = ", value, ";")),
                    Flow.jumping(through, end));
        } else if (empty) {
            body.replace(leaving, "return done();");
        }
    }

    /** The machine's own functions take the place of those that make coroutines and stages. */
    private void rename(Expression expression) {
        Expression bare = Suspending.unwrapped(expression);
        if (bare instanceof ConditionalExpr choice) {
            rename(choice.getThenExpr());
            rename(choice.getElseExpr());
        } else if (bare instanceof SwitchExpr choice) {
            choice.findAll(MethodCallExpr.class, this::isReturned).forEach(this::rename);
        } else if (bare instanceof MethodCallExpr call && body.facts.function(call) != null) {
            if (body.facts.is(call, Function.END)) {
                body.replace(call, "end()");
            } else if (call.getArguments().isEmpty()) {
                body.replace(call, "done()");
            } else {
                body.replace(call, new Code.Renamed(call, "done"));
            }
        }
    }

    private boolean isReturned(MethodCallExpr call) {
        Node around = call.getParentNode().orElseThrow();
        return body.facts.is(call, body.machine.isGenerator() ? Function.END : Function.DONE)
                && (around instanceof YieldStmt
                        || around.getParentNode().orElse(null)
                                instanceof com.github.javaparser.ast.stmt.SwitchEntry);
    }
}
