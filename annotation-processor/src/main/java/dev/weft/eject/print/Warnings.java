package dev.weft.eject.print;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import java.util.List;
import java.util.stream.Stream;

/** The warnings that a body silences, which its machine has to silence in its place. */
final class Warnings {

    private static final String SILENCED = "SuppressWarnings";

    private Warnings() {}

    /** The annotation that silences them; empty if there are none. */
    static String silencedIn(Node body) {
        Stream<AnnotationExpr> own =
                body instanceof MethodDeclaration method
                        ? method.getAnnotations().stream()
                        : Stream.empty();
        Stream<AnnotationExpr> within =
                body.findAll(VariableDeclarationExpr.class).stream()
                        .map(VariableDeclarationExpr::getAnnotations)
                        .flatMap(NodeList::stream);
        List<String> names =
                Stream.concat(own, within)
                        .filter(annotation -> is(SILENCED, annotation))
                        .flatMap(Warnings::values)
                        .map(Node::toString)
                        .filter(name -> !name.startsWith("\"weft:"))
                        .distinct()
                        .toList();
        if (names.isEmpty()) {
            return "";
        }
        String all = String.join(", ", names);
        return "@" + SILENCED + "(" + (names.size() == 1 ? all : "{" + all + "}") + ")";
    }

    /** The parameter that a method with {@code @SafeVarargs} answers for goes to its machine. */
    static boolean areOfVarargs(MethodDeclaration method) {
        return has("SafeVarargs", method) && !has(SILENCED, method);
    }

    private static boolean has(String name, MethodDeclaration method) {
        return method.getAnnotations().stream().anyMatch(annotation -> is(name, annotation));
    }

    private static boolean is(String name, AnnotationExpr annotation) {
        return annotation.getName().getIdentifier().equals(name);
    }

    private static Stream<Expression> values(AnnotationExpr annotation) {
        Expression value =
                annotation instanceof SingleMemberAnnotationExpr single
                        ? single.getMemberValue()
                        : ((NormalAnnotationExpr) annotation).getPairs().get(0).getValue();
        return value instanceof ArrayInitializerExpr several
                ? several.getValues().stream()
                : Stream.of(value);
    }
}
