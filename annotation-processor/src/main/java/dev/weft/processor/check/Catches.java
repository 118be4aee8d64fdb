package dev.weft.processor.check;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/** Tells which exceptions are caught around a place, in the same body. */
final class Catches {

    private static final Set<String> EVERYTHING =
            Set.of("java.lang.Exception", "java.lang.Throwable");

    private final Attribution attribution;

    Catches(Attribution attribution) {
        this.attribution = attribution;
    }

    /** Whether one of these is caught by name, or by the name of one above it but the highest. */
    boolean anyOf(TreePath place, Set<String> exceptions) {
        TreePath inner = place;
        for (TreePath at = place.getParentPath();
                at != null && !isBody(at.getLeaf());
                inner = at, at = at.getParentPath()) {
            if (at.getLeaf() instanceof TryTree tree
                    && (inner.getLeaf() == tree.getBlock()
                            || tree.getResources().contains(inner.getLeaf()))
                    && catches(at, tree, exceptions)) {
                return true;
            }
        }
        return false;
    }

    private boolean catches(TreePath path, TryTree tree, Set<String> exceptions) {
        for (CatchTree clause : tree.getCatches()) {
            Tree written = clause.getParameter().getType();
            List<? extends Tree> types =
                    written instanceof UnionTypeTree union
                            ? union.getTypeAlternatives()
                            : List.of(written);
            for (Tree type : types) {
                if (isOne(
                        attribution.trees().getTypeMirror(typeIn(path, clause, type)),
                        exceptions)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static TreePath typeIn(TreePath path, CatchTree clause, Tree type) {
        return new TreePath(new TreePath(path, clause), type);
    }

    private boolean isOne(TypeMirror caught, Set<String> exceptions) {
        return !EVERYTHING.contains(caught.toString())
                && exceptions.stream()
                        .anyMatch(
                                name ->
                                        attribution.isA(caught, name)
                                                || attribution.isA(
                                                        attribution
                                                                .elements()
                                                                .getTypeElement(name)
                                                                .asType(),
                                                        caught.toString()));
    }

    private static boolean isBody(Tree tree) {
        return tree instanceof MethodTree || tree instanceof LambdaExpressionTree;
    }
}
