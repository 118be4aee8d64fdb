package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Machine;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.facts.TypeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;

/**
 * What a body calls as {@code Type.super.method()} of an interface, and as {@code super.method()}
 * in a class without a name: only the class itself can call these, and so it gets methods for that.
 */
public final class Bridges {

    private final Facts facts;
    private final TypeNames names;
    private final Machine machine;
    private final FreshNames methods;

    public Bridges(Facts facts, TypeNames names, Machine machine, FreshNames methods) {
        this.facts = facts;
        this.names = names;
        this.machine = machine;
        this.methods = methods;
    }

    /** Leads the calls in a body over methods of the class. */
    public void build(Node body, Map<Node, Code> calls) {
        for (MethodCallExpr call : body.findAll(MethodCallExpr.class, this::needsBridge)) {
            ExecutableElement method = facts.method(call);
            if (method != null && isDirect(call, body)) {
                String type =
                        ((SuperExpr) call.getScope().orElseThrow())
                                .getTypeName()
                                .map(of -> of.asString() + ".")
                                .orElse("");
                String name = methods.of(call.getNameAsString() + "Of" + simple(type));
                machine.bridges().put(name, text(name, type, method));
                calls.put(call, Code.of(new Code.Renamed(call, name)));
            }
        }
    }

    private boolean needsBridge(MethodCallExpr call) {
        if (!(call.getScope().orElse(null) instanceof SuperExpr above)) {
            return false;
        }
        if (above.getTypeName().isEmpty()) {
            return machine.owner().getSimpleName().length() == 0;
        }
        String name = above.getTypeName().get().getIdentifier();
        return machine.owner().getInterfaces().stream()
                .map(type -> facts.types().asElement(type))
                .anyMatch(type -> type != null && type.getSimpleName().contentEquals(name));
    }

    private static String simple(String type) {
        String[] names = type.split("\\.");
        return type.isEmpty() ? "Super" : names[names.length - 1];
    }

    private boolean isDirect(Node call, Node body) {
        for (Node around = call; around != body; around = around.getParentNode().orElseThrow()) {
            if (Suspending.isOtherBody(around)
                    && !(around instanceof com.github.javaparser.ast.expr.LambdaExpr)) {
                return false;
            }
        }
        return true;
    }

    private String text(String name, String type, ExecutableElement method) {
        TypeElement owner = machine.owner();
        ExecutableType signature =
                (ExecutableType) facts.types().asMemberOf((DeclaredType) owner.asType(), method);
        List<String> parameters = new ArrayList<>();
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < signature.getParameterTypes().size(); i++) {
            String argument = method.getParameters().get(i).getSimpleName().toString();
            parameters.add(names.of(signature.getParameterTypes().get(i)) + " " + argument);
            arguments.add(argument);
        }
        String thrown =
                signature.getThrownTypes().stream()
                        .map(names::of)
                        .collect(Collectors.joining(", "));
        boolean isVoid = signature.getReturnType().getKind() == TypeKind.VOID;
        return "private "
                + names.of(signature.getReturnType())
                + " "
                + name
                + "("
                + String.join(", ", parameters)
                + ")"
                + (thrown.isEmpty() ? "" : " throws " + thrown)
                + " {\n    "
                + (isVoid ? "" : "return ")
                + type
                + "super."
                + method.getSimpleName()
                + "("
                + String.join(", ", arguments)
                + ");\n}";
    }
}
