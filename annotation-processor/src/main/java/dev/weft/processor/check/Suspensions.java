package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells the places where code may have to wait. */
final class Suspensions {

    private final Trees trees;
    private final Closeables closeables;

    Suspensions(Trees trees, Closeables closeables) {
        this.trees = trees;
        this.closeables = closeables;
    }

    /**
     * What waits in a call of a method, if anything does.
     *
     * @param inAsyncBody whether the call is woven; elsewhere a class closes itself as it likes
     */
    @Nullable Suspension called(TreePath call, ExecutableElement method, boolean inAsyncBody) {
        String name = method.getSimpleName().toString();
        Suspension.Kind kind = Suspension.Kind.named(name);
        if (kind == null) {
            return null;
        }
        if (kind != Suspension.Kind.CLOSE) {
            return Names.isFunction(method) ? new Suspension(kind, call, name) : null;
        }
        TypeMirror type = receiver(call, method);
        boolean awaited =
                method.getParameters().isEmpty()
                        && (inAsyncBody
                                ? closeables.isOne(type)
                                : Names.isCloseable(method.getEnclosingElement()));
        return awaited ? closeOf(type, call) : null;
    }

    private TypeMirror receiver(TreePath call, ExecutableElement method) {
        ExpressionTree called = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        TypeMirror type =
                called instanceof MemberSelectTree select
                        ? trees.getTypeMirror(new TreePath(call, select.getExpression()))
                        : null;
        return type == null ? method.getEnclosingElement().asType() : type;
    }

    /** What waits at the end of the block of a resource, if anything does. */
    @Nullable Suspension closed(TreePath resource, boolean inAsyncBody) {
        TypeMirror type = trees.getTypeMirror(resource);
        boolean awaited =
                type != null
                        && (inAsyncBody ? closeables.isOne(type) : closeables.inheritsClose(type));
        return awaited ? closeOf(type, resource) : null;
    }

    private static Suspension closeOf(TypeMirror type, TreePath where) {
        return new Suspension(Suspension.Kind.CLOSE, where, "the close of " + Names.simple(type));
    }

    /** What a method reference would have to wait for, if anything. */
    @Nullable Suspension referred(TreePath reference) {
        String name = ((MemberReferenceTree) reference.getLeaf()).getName().toString();
        Suspension.Kind kind = Suspension.Kind.named(name);
        if (kind == null || !(trees.getElement(reference) instanceof ExecutableElement method)) {
            return null;
        }
        boolean known =
                kind == Suspension.Kind.CLOSE
                        ? Names.isCloseable(method.getEnclosingElement())
                        : Names.isFunction(method);
        return known ? new Suspension(kind, reference, name) : null;
    }
}
