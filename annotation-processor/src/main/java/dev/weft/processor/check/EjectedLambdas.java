package dev.weft.processor.check;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/** Tells the lambdas that are plain Java already: all they do is to make a state machine. */
final class EjectedLambdas {

    private static final String MACHINES = "dev.weft.woven.";

    private EjectedLambdas() {}

    static boolean has(TreePath path, Trees trees) {
        Tree made = ((LambdaExpressionTree) path.getLeaf()).getBody();
        if (made instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree started) {
            made = started.getExpression();
        }
        return made instanceof NewClassTree
                && trees.getTypeMirror(new TreePath(path, made)) instanceof DeclaredType type
                && ((TypeElement) type.asElement()).getSuperclass().toString().startsWith(MACHINES);
    }
}
