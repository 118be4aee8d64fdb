package dev.weft.eject.facts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.List;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * The types of expressions. Those of operators follow from their operands: javac folds neighbouring
 * string literals, so that its trees and others differ there.
 */
public final class ExpressionTypes {

    private static final List<TypeKind> WIDEST_FIRST =
            List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG);

    private final Facts facts;
    private final Types types;
    private final TypeMirror object;
    private final TypeMirror string;

    public ExpressionTypes(Facts facts) {
        this.facts = facts;
        this.types = facts.types();
        this.object = facts.elements().getTypeElement("java.lang.Object").asType();
        this.string = facts.elements().getTypeElement("java.lang.String").asType();
    }

    /** The static type of an expression; Object where there is none. */
    public TypeMirror of(Expression expression) {
        if (expression instanceof EnclosedExpr enclosed) return of(enclosed.getInner());
        if (expression instanceof AssignExpr assignment) return of(assignment.getTarget());
        if (expression instanceof InstanceOfExpr || expression instanceof BooleanLiteralExpr) {
            return primitive(TypeKind.BOOLEAN);
        }
        if (expression instanceof UnaryExpr unary) return of(unary);
        if (expression instanceof BinaryExpr binary) return of(binary);
        if (expression instanceof ArrayAccessExpr access) {
            return of(access.getName()) instanceof ArrayType array
                    ? array.getComponentType()
                    : object;
        }
        if (expression instanceof LiteralStringValueExpr literal) return of(literal);
        TypeMirror recorded = facts.recorded(expression);
        return recorded == null ? object : recorded;
    }

    /** The type of a variable; Object where there is none. */
    public TypeMirror declared(Node declaration) {
        VariableElement variable = facts.variable(declaration);
        return variable == null ? object : variable.asType();
    }

    private TypeMirror of(LiteralStringValueExpr literal) {
        if (literal instanceof IntegerLiteralExpr) return primitive(TypeKind.INT);
        if (literal instanceof LongLiteralExpr) return primitive(TypeKind.LONG);
        if (literal instanceof CharLiteralExpr) return primitive(TypeKind.CHAR);
        if (literal instanceof DoubleLiteralExpr number) {
            boolean isFloat = number.getValue().toLowerCase(java.util.Locale.ROOT).endsWith("f");
            return primitive(isFloat ? TypeKind.FLOAT : TypeKind.DOUBLE);
        }
        return string;
    }

    private TypeMirror of(UnaryExpr unary) {
        TypeMirror operand = of(unary.getExpression());
        return switch (unary.getOperator()) {
            case LOGICAL_COMPLEMENT -> primitive(TypeKind.BOOLEAN);
            case PLUS, MINUS, BITWISE_COMPLEMENT -> promoted(operand, operand);
            default -> operand;
        };
    }

    private TypeMirror of(BinaryExpr binary) {
        TypeMirror left = of(binary.getLeft());
        return switch (binary.getOperator()) {
            case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS ->
                    primitive(TypeKind.BOOLEAN);
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> promoted(left, left);
            case PLUS -> sum(left, of(binary.getRight()));
            default -> promoted(left, of(binary.getRight()));
        };
    }

    /** What the operator of a compound assignment gives, before it is converted. */
    public TypeMirror ofOperation(AssignExpr assignment) {
        TypeMirror left = of(assignment.getTarget());
        return switch (assignment.getOperator()) {
            case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> promoted(left, left);
            case PLUS -> sum(left, of(assignment.getValue()));
            default -> promoted(left, of(assignment.getValue()));
        };
    }

    private TypeMirror sum(TypeMirror left, TypeMirror right) {
        boolean numbers =
                unboxed(left).getKind().isPrimitive() && unboxed(right).getKind().isPrimitive();
        return numbers ? promoted(left, right) : string;
    }

    private TypeMirror promoted(TypeMirror left, TypeMirror right) {
        TypeKind a = unboxed(left).getKind();
        TypeKind b = unboxed(right).getKind();
        if (a == TypeKind.BOOLEAN) return primitive(TypeKind.BOOLEAN);
        return WIDEST_FIRST.stream()
                .filter(kind -> kind == a || kind == b)
                .findFirst()
                .map(this::primitive)
                .orElse(primitive(TypeKind.INT));
    }

    /** The primitive type that a boxed value is of; any other type as it is. */
    public TypeMirror unboxed(TypeMirror type) {
        if (type.getKind() != TypeKind.DECLARED && type.getKind() != TypeKind.TYPEVAR) return type;
        try {
            return types.unboxedType(type);
        } catch (IllegalArgumentException noBox) {
            return type;
        }
    }

    private TypeMirror primitive(TypeKind kind) {
        return types.getPrimitiveType(kind);
    }

    /** The type of all objects. */
    public TypeMirror object() {
        return object;
    }
}
