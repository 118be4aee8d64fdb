package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Function;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Hoists awaits out of expressions: they become steps, and what is left of the expression needs no
 * wait. What is evaluated before an await, and could come out differently after it, is kept in a
 * variable.
 */
final class Expressions {

    private final Lowering body;
    private final Stability stability;

    Expressions(Lowering body) {
        this.body = body;
        this.stability = new Stability(body.facts);
    }

    /** Does what has to wait in the expression, and gives what is left to be evaluated. */
    Code value(Expression expression) {
        if (!body.suspending.is(expression)) {
            return Code.of(expression);
        }
        if (body.facts.is(expression, Function.AWAIT) || body.facts.is(expression, Function.EMIT)) {
            begin((MethodCallExpr) expression);
            return received(expression);
        }
        if (isChoice(expression)) return choice(expression);
        if (expression instanceof BinaryExpr binary) {
            if (binary.getOperator() == BinaryExpr.Operator.AND) return shortCircuit(binary, true);
            if (binary.getOperator() == BinaryExpr.Operator.OR) return shortCircuit(binary, false);
        }
        if (expression instanceof AssignExpr assignment) return assigned(assignment);
        if (expression instanceof UnaryExpr unary
                && unary.getOperator().toString().contains("CREMENT")) {
            target(unary.getExpression());
        } else {
            if (expression instanceof ObjectCreationExpr made) initialise(made);
            operands(operandsOf(expression));
        }
        return Code.of(new Code.Original(expression));
    }

    private Code received(Expression call) {
        Variable value = body.variables.temporary("value", body.types.of(call));
        body.assign(value, Code.of("awaited()"));
        return Code.of(value);
    }

    /** Begins what a call of await or emit does: its value is there in the next state. */
    void begin(MethodCallExpr call) {
        Code operand = value(call.getArgument(0));
        if (body.facts.is(call, Function.EMIT)) {
            body.flow.emit(operand);
        } else {
            body.flow.suspend("await(", operand, ")");
        }
    }

    /** Gives a variable the value of an expression. */
    void assign(Variable variable, TypeMirror type, Expression expression) {
        Expression bare = Suspending.unwrapped(expression);
        boolean direct =
                (body.facts.is(bare, Function.AWAIT) || body.facts.is(bare, Function.EMIT))
                        && fits(body.types.of(bare), type);
        if (direct) {
            begin((MethodCallExpr) bare);
            body.assign(variable, Code.of("awaited()"));
        } else if (isChoice(bare) && body.facts.types().isSameType(body.types.of(bare), type)) {
            choose(variable, type, bare);
        } else {
            body.assign(variable, value(expression));
        }
    }

    private boolean isChoice(Expression expression) {
        return body.suspending.is(expression)
                && (expression instanceof ConditionalExpr || expression instanceof SwitchExpr);
    }

    /** Whether a cast to the one type is what the value of the other would be converted by. */
    boolean fits(TypeMirror awaited, TypeMirror type) {
        return type.getKind().isPrimitive()
                ? body.types.unboxed(awaited).getKind() == type.getKind()
                : !awaited.getKind().isPrimitive();
    }

    private Code choice(Expression choice) {
        TypeMirror type = body.types.of(choice);
        Variable value = body.variables.temporary("value", type);
        choose(value, type, choice);
        return Code.of(value);
    }

    /** Gives a new variable one of several values. */
    private void choose(Variable value, TypeMirror type, Expression expression) {
        if (expression instanceof SwitchExpr choice) {
            body.assign(value, null);
            body.statements.switches().lower(choice, result -> assign(value, type, result));
        } else {
            choose(value, type, (ConditionalExpr) expression);
        }
    }

    private void choose(Variable value, TypeMirror type, ConditionalExpr choice) {
        Expression condition = choice.getCondition();
        body.declareBindingsIn(condition);
        Code tested = value(condition);
        body.assign(value, null);
        body.flow.choose(
                tested,
                () -> {
                    body.bind(condition, true);
                    assign(value, type, choice.getThenExpr());
                },
                () -> {
                    body.bind(condition, false);
                    assign(value, type, choice.getElseExpr());
                });
    }

    private Code shortCircuit(BinaryExpr binary, boolean and) {
        if (!body.suspending.is(binary.getRight())) {
            body.replace(binary.getLeft(), value(binary.getLeft()));
            return Code.of(new Code.Original(binary));
        }
        Expression left = binary.getLeft();
        body.declareBindingsIn(left);
        Code first = value(left);
        Variable value = body.variables.temporary("value", "boolean");
        TypeMirror type = body.types.of(binary);
        body.assign(value, null);
        Runnable goOn =
                () -> {
                    body.bind(left, and);
                    assign(value, type, binary.getRight());
                };
        Runnable stop = () -> body.assign(value, Code.of(and ? "false" : "true"));
        body.flow.choose(first, and ? goOn : stop, and ? stop : goOn);
        return Code.of(value);
    }

    private Code assigned(AssignExpr assignment) {
        Expression target = assignment.getTarget();
        boolean simple = assignment.getOperator() == AssignExpr.Operator.ASSIGN;
        if (!body.suspending.is(assignment.getValue())) {
            target(target);
            return Code.of(new Code.Original(assignment));
        }
        keepTarget(target, assignment);
        if (simple || stability.isStable(target, assignment.getValue())) {
            body.replace(assignment.getValue(), value(assignment.getValue()));
            return Code.of(new Code.Original(assignment));
        }
        TypeMirror type = body.types.of(target);
        Variable old = body.variables.temporary("value", type);
        body.assign(old, Code.of(target));
        Code value = value(assignment.getValue());
        String operator = assignment.getOperator().asString().replace("=", "");
        String cast = castOf(assignment, type);
        Code operation = Code.of(old, " " + operator + " ", asOperand(value));
        return cast.isEmpty()
                ? Code.of(target, " = ", operation)
                : Code.of(target, " = " + cast + "(", operation, ")");
    }

    private static Code asOperand(Code value) {
        boolean primary =
                value.parts().size() == 1
                        && (value.parts().get(0) instanceof Variable
                                || value.parts().get(0) instanceof Code.Original original
                                        && original.node() instanceof MethodCallExpr);
        return primary ? value : Code.of("(", value, ")");
    }

    /** A compound assignment converts what its operator gives, where that is not the type. */
    private String castOf(AssignExpr assignment, TypeMirror type) {
        TypeMirror number = body.types.unboxed(type);
        boolean converts =
                number.getKind().isPrimitive()
                        && body.types.ofOperation(assignment).getKind() != number.getKind();
        return converts ? "(" + body.typeNames.of(number) + ") " : "";
    }

    /** Evaluates what a variable, field or element is found by, where that has to wait. */
    private void target(Expression target) {
        if (body.suspending.is(target)) {
            operands(operandsOf(Suspending.unwrapped(target)));
        }
    }

    /** As {@link #target}, and keeps it while the value to be assigned has to wait. */
    private void keepTarget(Expression target, AssignExpr assignment) {
        Expression bare = Suspending.unwrapped(target);
        List<Expression> operands = new ArrayList<>(operandsOf(bare));
        operands.add(assignment.getValue());
        operands(operands, operands.size() - 1);
    }

    /** What an expression evaluates before itself, in this order. */
    private List<Expression> operandsOf(Expression expression) {
        List<Expression> operands = new ArrayList<>();
        if (expression instanceof MethodCallExpr call) {
            call.getScope().filter(this::isValue).ifPresent(operands::add);
            operands.addAll(call.getArguments());
        } else if (expression instanceof ObjectCreationExpr made) {
            made.getScope().ifPresent(operands::add);
            operands.addAll(made.getArguments());
        } else if (expression instanceof FieldAccessExpr access) {
            if (isValue(access.getScope())) operands.add(access.getScope());
        } else if (expression instanceof MethodReferenceExpr reference) {
            if (isValue(reference.getScope())) operands.add(reference.getScope());
        } else if (expression instanceof ArrayAccessExpr access) {
            operands.add(access.getName());
            operands.add(access.getIndex());
        } else if (expression instanceof ArrayCreationExpr made) {
            made.getLevels().forEach(level -> level.getDimension().ifPresent(operands::add));
            made.getInitializer().ifPresent(values -> addValues(values, operands));
        } else if (expression instanceof ArrayInitializerExpr values) {
            addValues(values, operands);
        } else if (!(expression instanceof NameExpr)) {
            for (Node child : expression.getChildNodes()) {
                if (child instanceof Expression operand && !operand.isPatternExpr()) {
                    operands.add(operand);
                }
            }
        }
        return operands;
    }

    private static void addValues(ArrayInitializerExpr values, List<Expression> operands) {
        for (Expression value : values.getValues()) {
            if (value instanceof ArrayInitializerExpr inner) {
                addValues(inner, operands);
            } else {
                operands.add(value);
            }
        }
    }

    /** A class before a dot is no value, and neither is super. */
    private boolean isValue(Expression scope) {
        return !scope.isSuperExpr()
                && !scope.isTypeExpr()
                && !(body.facts.element(scope) instanceof TypeElement && !scope.isThisExpr());
    }

    void operands(List<Expression> operands) {
        operands(operands, operands.size());
    }

    /** Evaluates the first so many: what comes before the last await is kept. */
    private void operands(List<Expression> operands, int count) {
        int last = operands.size() - 1;
        while (last >= 0 && !body.suspending.is(operands.get(last))) {
            last--;
        }
        for (int i = 0; i < count && i <= last; i++) {
            Expression operand = operands.get(i);
            Code value = value(operand);
            boolean kept =
                    i < last && !isKept(value) && !stability.isStable(operand, root(operand));
            if (kept) {
                Variable saved = body.variables.temporary("value", typeOf(operand));
                Code evaluated =
                        value.parts().equals(List.of(operand))
                                ? Code.of(new Code.Original(operand))
                                : value;
                body.assign(saved, evaluated);
                body.replace(operand, saved);
            } else if (!value.parts().equals(List.of(operand))
                    && !value.parts().equals(List.of(new Code.Original(operand)))) {
                body.replace(operand, value);
            }
        }
    }

    private static boolean isKept(Code value) {
        return value.parts().size() == 1 && value.parts().get(0) instanceof Variable;
    }

    /** All that is evaluated together with an operand. */
    private static Node root(Expression operand) {
        Node root = operand;
        while (root.getParentNode().orElse(null) instanceof Expression outer
                && !outer.isLambdaExpr()) {
            root = outer;
        }
        return root;
    }

    /** A number that is unboxed for its operator or parameter is unboxed before what comes next. */
    private TypeMirror typeOf(Expression operand) {
        TypeMirror type = body.types.of(operand);
        Node around = operand.getParentNode().orElseThrow();
        if (around instanceof BinaryExpr binary) {
            TypeMirror whole = body.types.of(binary);
            boolean compares =
                    binary.getOperator() == BinaryExpr.Operator.EQUALS
                            || binary.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
            return whole.getKind().isPrimitive() && !compares ? body.types.unboxed(type) : type;
        }
        if (around instanceof ArrayAccessExpr access && access.getIndex() == operand) {
            return body.types.unboxed(type);
        }
        ExecutableElement method = body.facts.method(around);
        int index =
                around instanceof com.github.javaparser.ast.nodeTypes.NodeWithArguments<?> call
                        ? call.getArguments().indexOf(operand)
                        : -1;
        if (method != null && index >= 0 && index < method.getParameters().size()) {
            VariableElement parameter = method.getParameters().get(index);
            return parameter.asType().getKind().isPrimitive() ? parameter.asType() : type;
        }
        return type;
    }

    /** A class is initialised before the arguments of its constructor are evaluated. */
    private void initialise(ObjectCreationExpr made) {
        boolean waits = made.getArguments().stream().anyMatch(body.suspending::is);
        ExecutableElement constructor = body.facts.method(made);
        if (waits && constructor != null) {
            TypeElement type = (TypeElement) constructor.getEnclosingElement();
            if (new Initialisation(body.facts).canBeSeen(type)
                    && made.getAnonymousClassBody().isEmpty()) {
                body.flow.line("initialise(" + body.typeNames.of(type) + ".class);");
            }
        }
    }
}
