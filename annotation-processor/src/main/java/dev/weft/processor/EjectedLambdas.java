package dev.weft.processor;

import com.sun.source.tree.CompilationUnitTree;
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

    private final Trees trees;
    private final CompilationUnitTree unit;

    EjectedLambdas(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.unit = unit;
    }

    boolean has(Tree tree) {
        return tree instanceof LambdaExpressionTree lambda && makesMachine(lambda.getBody());
    }

    private boolean makesMachine(Tree value) {
        Tree made = value;
        if (made instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree started) {
            made = started.getExpression();
        }
        return made instanceof NewClassTree
                && trees.getTypeMirror(TreePath.getPath(unit, made)) instanceof DeclaredType type
                && ((TypeElement) type.asElement()).getSuperclass().toString().startsWith(MACHINES);
    }
}
