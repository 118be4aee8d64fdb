package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import com.github.javaparser.ast.nodeTypes.NodeWithType;
import com.github.javaparser.ast.type.Type;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Variable;
import dev.weft.eject.code.Variable.Kind;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.TypeNames;
import dev.weft.eject.source.SourceFile;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.UnionType;
import org.jspecify.annotations.Nullable;

/** The variables of a body. */
final class Variables {

    private final SourceFile source;
    private final Facts facts;
    private final TypeNames types;
    private final Machine machine;
    private final FreshNames names;
    private final Map<Element, Variable> known;

    Variables(
            SourceFile source,
            Facts facts,
            TypeNames types,
            Machine machine,
            FreshNames names,
            Map<Element, Variable> known) {
        this.source = source;
        this.facts = facts;
        this.types = types;
        this.machine = machine;
        this.names = names;
        this.known = known;
    }

    /** One of ours. */
    Variable temporary(String name, TypeMirror type) {
        return temporary(name, types.of(type));
    }

    Variable temporary(String name, String type) {
        return add(new Variable(Kind.TEMPORARY, type, names.of(name)));
    }

    /** A name for something that is no variable of the body. */
    String name(String wanted) {
        return names.of(wanted);
    }

    /** The user's, by the node that declares it. */
    Variable declared(Node declaration, Kind kind) {
        VariableElement element = facts.variable(declaration);
        if (element == null) {
            throw new Unejectable(declaration, "javac knows of no such variable");
        }
        Variable variable = known.get(element);
        if (variable == null) {
            String name = ((NodeWithSimpleName<?>) declaration).getNameAsString();
            String free = names.isTaken(name) ? names.of(name) : name;
            variable = add(new Variable(kind, typeOf(declaration, element), free));
            if (kind == Kind.PARAMETER) {
                variable.declareAs(name);
            }
            known.put(element, variable);
        }
        return variable;
    }

    /** The variable that a name means, if it is one of a body. */
    @Nullable Variable known(Node name) {
        Element element = facts.element(name);
        return element == null ? null : known.get(element);
    }

    private Variable add(Variable variable) {
        machine.variables().add(variable);
        return variable;
    }

    /** The type as the user wrote it, if it is written in one piece. */
    private String typeOf(Node declaration, VariableElement element) {
        Type written = ((NodeWithType<?, ?>) declaration).getType();
        boolean plain =
                !written.isVarType()
                        && !written.isUnknownType()
                        && !written.isUnionType()
                        && !written.isArrayType()
                        && !isVar(written)
                        && !(declaration instanceof Parameter parameter && parameter.isVarArgs());
        if (plain && written.getRange().isPresent()) {
            return source.text(written);
        }
        return types.of(single(element.asType()));
    }

    private static boolean isVar(Type type) {
        return type.isClassOrInterfaceType() && type.asString().equals("var");
    }

    /** Of several exceptions the closest class above them all. */
    private TypeMirror single(TypeMirror type) {
        if (!(type instanceof UnionType union)) {
            return type;
        }
        TypeMirror candidate = union.getAlternatives().get(0);
        while (!areAll(union, candidate)) {
            candidate = ((TypeElement) ((DeclaredType) candidate).asElement()).getSuperclass();
        }
        return candidate;
    }

    private boolean areAll(UnionType union, TypeMirror candidate) {
        return union.getAlternatives().stream()
                .allMatch(type -> facts.types().isSubtype(type, candidate));
    }

    Variable of(VariableDeclarator declarator) {
        return declared(declarator, Kind.LOCAL);
    }

    Variable of(TypePatternExpr pattern) {
        return declared(pattern, Kind.BOUND);
    }
}
