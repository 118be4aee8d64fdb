package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Weft's own types and functions, as the checks know them. */
public final class Names {

    /** The annotation that makes a method async. */
    public static final String ASYNC = "dev.weft.Async";

    static final String PACKAGE = "dev.weft.";
    static final String CLOSEABLE = PACKAGE + "AsyncCloseable";
    static final String COROUTINE = PACKAGE + "Coroutine";
    static final String ITERABLE = PACKAGE + "AsyncIterable";
    static final String GROUP = PACKAGE + "Group";
    static final String PERMIT = PACKAGE + "Permit";
    static final String GENERATOR = PACKAGE + "AsyncGenerator";

    /** In their blocks the task may be cancelled from within. */
    static final List<String> SCOPES =
            List.of("TaskGroup", "SupervisorGroup", "Timeout", "Shielded");

    private static final int LONGEST_TEXT = 40;
    private static final String FUNCTIONS = PACKAGE + "Weft";
    private static final Pattern QUALIFIER = Pattern.compile("\\b(?:\\p{javaLowerCase}\\w*\\.)+");

    private Names() {}

    /** Whether a method is marked. */
    public static boolean isAsync(Element method) {
        return method.getAnnotationMirrors().stream()
                .anyMatch(mark -> is(mark.getAnnotationType().asElement(), ASYNC));
    }

    /** Whether it is one of the functions that programs import statically. */
    static boolean isFunction(Element method) {
        return is(method.getEnclosingElement(), FUNCTIONS);
    }

    static boolean isCloseable(Element type) {
        return is(type, CLOSEABLE);
    }

    /** What a message calls a type; of several types together the first. */
    static String simple(@Nullable TypeMirror type) {
        if (type instanceof IntersectionType intersection) {
            return simple(intersection.getBounds().get(0));
        }
        return type instanceof DeclaredType declared
                ? declared.asElement().getSimpleName().toString()
                : String.valueOf(type);
    }

    /** What a message calls a type with its arguments. */
    static String readable(TypeMirror type) {
        return QUALIFIER.matcher(type.toString()).replaceAll("");
    }

    /** What a message calls an expression: as it is written, if that is short and simple. */
    static String brief(Tree expression) {
        String text = expression.toString();
        if (text.length() <= LONGEST_TEXT && !text.contains("\n") && !text.contains("->")) {
            return text;
        }
        return expression instanceof MethodInvocationTree call
                ? lastOf(call.getMethodSelect()) + "(...)"
                : "...";
    }

    static boolean is(Element element, String qualifiedName) {
        return element instanceof TypeElement type
                && type.getQualifiedName().contentEquals(qualifiedName);
    }

    /** The last name of what is called, without what stands before a dot. */
    static @Nullable CharSequence lastOf(ExpressionTree called) {
        if (called instanceof IdentifierTree identifier) {
            return identifier.getName();
        }
        return called instanceof MemberSelectTree select ? select.getIdentifier() : null;
    }
}
