package dev.weft.eject.lower;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Variable;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Opens loops: their heads become states. */
final class Loops {

    private final Lowering body;

    Loops(Lowering body) {
        this.body = body;
    }

    void lower(Statement loop) {
        body.machine.opened().add(loop);
        if (loop instanceof WhileStmt repeated) {
            whileLoop(repeated);
        } else if (loop instanceof DoStmt repeated) {
            doLoop(repeated);
        } else if (loop instanceof ForStmt counted) {
            forLoop(counted);
        } else if (body.suspending.isEach((ForEachStmt) loop)) {
            eachLoop((ForEachStmt) loop);
        } else {
            forEachLoop((ForEachStmt) loop);
        }
    }

    private void whileLoop(WhileStmt loop) {
        Label head = new Label();
        Label behind = new Label();
        body.flow.begin(head);
        body.inLoop(
                () -> {
                    unless(loop.getCondition(), behind);
                    run(loop, loop.getBody(), behind, head);
                    body.flow.jump(head);
                });
        body.flow.mark(behind);
    }

    private void doLoop(DoStmt loop) {
        Label head = new Label();
        Label test = new Label();
        Label behind = new Label();
        body.flow.begin(head);
        body.inLoop(
                () -> {
                    run(loop, loop.getBody(), behind, test);
                    body.flow.mark(test);
                    if (body.completion.isTrue(loop.getCondition())) {
                        body.flow.jump(head);
                    } else if (body.flow.isReached()) {
                        body.declareBindingsIn(loop.getCondition());
                        Code again = body.expressions.value(loop.getCondition());
                        body.flow.choose(again, () -> body.flow.jump(head), () -> {});
                        body.bind(loop.getCondition(), false);
                    }
                });
        body.flow.mark(behind);
    }

    private void forLoop(ForStmt loop) {
        Label head = new Label();
        Label next = new Label();
        Label behind = new Label();
        for (Expression start : loop.getInitialization()) {
            evaluate(start);
        }
        body.flow.begin(head);
        body.inLoop(
                () -> {
                    loop.getCompare().ifPresent(condition -> unless(condition, behind));
                    run(loop, loop.getBody(), behind, next);
                    body.flow.mark(next);
                    if (body.flow.isReached()) {
                        loop.getUpdate().forEach(this::evaluate);
                    }
                    body.flow.jump(head);
                });
        body.flow.mark(behind);
    }

    private void evaluate(Expression expression) {
        if (expression instanceof VariableDeclarationExpr declaration) {
            for (VariableDeclarator declarator : declaration.getVariables()) {
                body.statements.declareApart(declarator);
            }
        } else {
            body.statements.expression(expression);
        }
    }

    /** Leaves the loop unless a condition holds. */
    private void unless(Expression condition, Label behind) {
        if (body.completion.isTrue(condition)) {
            return;
        }
        body.declareBindingsIn(condition);
        Code tested = body.expressions.value(condition);
        body.flow.choose(
                body.negation.of(condition, tested),
                () -> {
                    body.bind(condition, false);
                    body.flow.jump(behind);
                },
                () -> {});
        body.bind(condition, true);
    }

    private void run(Statement loop, Statement round, Label behind, Label next) {
        body.scopes.enter(loop, behind, next);
        body.statements.one(round);
        body.scopes.leave();
    }

    private void forEachLoop(ForEachStmt loop) {
        VariableDeclarator declarator = loop.getVariable().getVariable(0);
        Variable element = body.variables.of(declarator);
        TypeMirror source = body.types.of(loop.getIterable());
        Label head = new Label();
        Label next = new Label();
        Label behind = new Label();
        Code over = body.expressions.value(loop.getIterable());
        Variable index = null;
        Variable all;
        if (source instanceof ArrayType) {
            all = body.variables.temporary("array", source);
            index = body.variables.temporary("index", "int");
            body.assign(all, over);
            body.assign(index, Code.of("0"));
        } else {
            TypeMirror type = elementOf(source);
            String argument = type == null ? "?" : argument(type, declarator);
            all = body.variables.temporary("iterator", iterator(argument));
            body.assign(all, Code.of(over, ".iterator()"));
        }
        Variable counter = index;
        body.flow.begin(head);
        body.inLoop(
                () -> {
                    Code end =
                            counter == null
                                    ? Code.of("!", all, ".hasNext()")
                                    : Code.of(counter, " == ", all, ".length");
                    body.flow.choose(end, () -> body.flow.jump(behind), () -> {});
                    Code taken =
                            counter == null
                                    ? Code.of(all, ".next()")
                                    : Code.of(all, "[", counter, "++]");
                    body.assign(element, taken);
                    run(loop, loop.getBody(), behind, counter == null ? head : next);
                    if (counter != null) {
                        body.flow.mark(next);
                    }
                    body.flow.jump(head);
                });
        body.flow.mark(behind);
    }

    private String iterator(String argument) {
        TypeElement type = body.facts.elements().getTypeElement("java.util.Iterator");
        return body.typeNames.of(type) + "<" + argument + ">";
    }

    /** A type that cannot be written down is at least that of the variable. */
    private String argument(TypeMirror type, VariableDeclarator element) {
        boolean written = element.getType().isReferenceType() && !element.getType().isVarType();
        boolean named = type.getKind() == TypeKind.DECLARED || type.getKind() == TypeKind.ARRAY;
        if (written && !named) {
            return "? extends " + element.getTypeAsString();
        }
        DeclaredType iterator =
                body.facts
                        .types()
                        .getDeclaredType(
                                body.facts.elements().getTypeElement("java.lang.Iterable"), type);
        String text = body.typeNames.of(iterator);
        return text.substring(text.indexOf('<') + 1, text.length() - 1);
    }

    /** What an iterable gives: null if it does not say. */
    private @Nullable TypeMirror elementOf(TypeMirror source) {
        if (source instanceof TypeVariable variable) return elementOf(variable.getUpperBound());
        if (source instanceof IntersectionType several) {
            return several.getBounds().stream()
                    .map(this::elementOf)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElse(null);
        }
        TypeElement iterable = body.facts.elements().getTypeElement("java.lang.Iterable");
        if (!(source instanceof DeclaredType declared)
                || !body.facts
                        .types()
                        .isSubtype(
                                body.facts.types().erasure(source),
                                body.facts.types().erasure(iterable.asType()))) {
            return null;
        }
        ExecutableElement iterator =
                ElementFilter.methodsIn(iterable.getEnclosedElements()).stream()
                        .filter(method -> method.getSimpleName().contentEquals("iterator"))
                        .findFirst()
                        .orElseThrow();
        TypeMirror captured = body.facts.types().capture(declared);
        ExecutableType type =
                (ExecutableType) body.facts.types().asMemberOf((DeclaredType) captured, iterator);
        return type.getReturnType() instanceof DeclaredType made
                        && !made.getTypeArguments().isEmpty()
                ? made.getTypeArguments().get(0)
                : null;
    }

    private void eachLoop(ForEachStmt loop) {
        MethodCallExpr each = (MethodCallExpr) Suspending.unwrapped(loop.getIterable());
        Code source = body.expressions.value(each.getArgument(0));
        VariableDeclarator declarator = loop.getVariable().getVariable(0);
        Variable element = body.variables.of(declarator);
        TypeElement type = body.facts.elements().getTypeElement("dev.weft.AsyncIterator");
        Variable iterator = body.variables.temporary("iterator", body.typeNames.of(type) + "<?>");
        body.assign(iterator, Code.of("iterate(", source, ")"));
        Label behind = new Label();
        body.scopes.enter(loop, behind, null);
        Endings.Piece piece = new Endings(body).open();
        Label head = new Label();
        body.flow.begin(head);
        body.inLoop(
                () -> {
                    body.flow.suspend("next(", iterator, ")");
                    body.flow.choose(
                            Code.of("exhausted()"), () -> body.flow.jump(behind), () -> {});
                    receive(element, declarator, each);
                    body.scopes.enter(loop, null, head);
                    body.statements.one(loop.getBody());
                    body.scopes.leave();
                    body.flow.jump(head);
                });
        piece.close();
        body.scopes.leave();
        piece.closing(iterator, null);
        body.flow.mark(behind);
    }

    private void receive(Variable element, VariableDeclarator declarator, MethodCallExpr each) {
        TypeMirror type = body.types.declared(declarator);
        TypeMirror given = elementOf(body.types.of(each));
        if (given == null || body.expressions.fits(given, type)) {
            body.assign(element, Code.of("awaited()"));
        } else {
            Variable value = body.variables.temporary("value", given);
            body.assign(value, Code.of("awaited()"));
            body.assign(element, Code.of(value));
        }
    }
}
