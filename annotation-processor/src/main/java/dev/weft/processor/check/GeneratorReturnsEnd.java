package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A generator returns {@code end()}, which says nothing but that it ends. */
final class GeneratorReturnsEnd implements Rule {

    private final Trees trees;

    GeneratorReturnsEnd(Trees trees) {
        this.trees = trees;
    }

    @Override
    public void asyncReturn(TreePath returned, Body body, Reporter reporter) {
        if (!body.isGenerator()) {
            return;
        }
        for (ExpressionTree value : Values.of((ExpressionTree) returned.getLeaf(), t -> false)) {
            if (isNull(value)) {
                reporter.report(value, Diagnostics.GENERATOR_RETURNS_NULL, body.inWords());
            } else if (!isEnd(new TreePath(returned, value))) {
                reporter.report(value, Diagnostics.GENERATOR_RETURNS_OTHER, body.inWords());
            }
        }
    }

    private static boolean isNull(ExpressionTree value) {
        return value instanceof LiteralTree && value.getKind() == Tree.Kind.NULL_LITERAL;
    }

    /** Where javac has found no type, its own error is enough. */
    private boolean isEnd(TreePath value) {
        TypeMirror type = trees.getTypeMirror(value);
        if (type == null || type.getKind() == TypeKind.ERROR) {
            return true;
        }
        return value.getLeaf() instanceof MethodInvocationTree call
                && trees.getElement(new TreePath(value, call.getMethodSelect()))
                        instanceof ExecutableElement method
                && method.getSimpleName().contentEquals("end")
                && Names.isFunction(method);
    }
}
