package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import dev.weft.eject.code.Machine;
import dev.weft.eject.facts.ExpressionTypes;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.Function;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Tells what may have to wait, and so has to be taken apart. */
final class Suspending {

    private final Facts facts;
    private final ExpressionTypes types;
    private final TypeElement owner;
    private final boolean generator;
    private final Map<Node, Boolean> known = new IdentityHashMap<>();

    Suspending(Facts facts, ExpressionTypes types, Machine machine) {
        this.facts = facts;
        this.types = types;
        this.owner = machine.owner();
        this.generator = machine.isGenerator();
    }

    /** Whether control may have to wait somewhere in a statement or expression. */
    boolean is(Node node) {
        Boolean answer = known.get(node);
        if (answer == null) {
            answer =
                    isItself(node)
                            || !isOtherBody(node)
                                    && node.getChildNodes().stream().anyMatch(this::is);
            known.put(node, answer);
        }
        return answer;
    }

    /** What stands in a lambda or class waits, if at all, when that runs. */
    static boolean isOtherBody(Node node) {
        return node instanceof LambdaExpr
                || node instanceof BodyDeclaration<?>
                || node instanceof TypeDeclaration<?>;
    }

    private boolean isItself(Node node) {
        if (node instanceof MethodCallExpr) {
            return facts.is(node, Function.AWAIT)
                    || facts.is(node, Function.EMIT)
                    || isClose((MethodCallExpr) node);
        }
        if (node instanceof ForEachStmt loop) return isEach(loop);
        if (node instanceof TryStmt block) {
            return block.getResources().stream().anyMatch(this::isClosedAsync);
        }
        return node instanceof ReturnStmt end
                && end.getExpression().map(value -> !isValue(value)).orElse(false);
    }

    /** Whether a resource is closed by hand, and its close is awaited. */
    boolean isClose(MethodCallExpr call) {
        return call.getNameAsString().equals("close")
                && call.getArguments().isEmpty()
                && facts.isAsyncCloseable(call.getScope().map(types::of).orElseGet(owner::asType));
    }

    boolean isEach(ForEachStmt loop) {
        return facts.is(unwrapped(loop.getIterable()), Function.EACH);
    }

    boolean isClosedAsync(Expression resource) {
        return facts.isAsyncCloseable(typeOf(resource));
    }

    private TypeMirror typeOf(Expression resource) {
        if (resource instanceof VariableDeclarationExpr declaration) {
            VariableElement variable = facts.variable(declaration.getVariable(0));
            return variable == null ? types.object() : variable.asType();
        }
        return types.of(resource);
    }

    /** Whether a returned expression is a value already, on every way. */
    boolean isValue(Expression returned) {
        Expression value = unwrapped(returned);
        if (value instanceof ConditionalExpr choice) {
            return isValue(choice.getThenExpr()) && isValue(choice.getElseExpr());
        }
        if (value instanceof SwitchExpr choice) {
            return choice.getEntries().stream().allMatch(this::givesValue);
        }
        return facts.is(value, generator ? Function.END : Function.DONE);
    }

    private boolean givesValue(SwitchEntry entry) {
        if (entry.getType() == SwitchEntry.Type.EXPRESSION) {
            return isValue(entry.getStatement(0).asExpressionStmt().getExpression());
        }
        return entry.findAll(YieldStmt.class).stream()
                .allMatch(end -> isValue(end.getExpression()));
    }

    static Expression unwrapped(Expression expression) {
        Expression inner = expression;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        return inner;
    }
}
