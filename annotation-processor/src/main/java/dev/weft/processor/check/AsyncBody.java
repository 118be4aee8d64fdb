package dev.weft.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * All of one async method or lambda, for the rules that look at more than one place of it. The
 * insides of other lambdas and of classes in it are other bodies.
 */
final class AsyncBody {

    private final TreePath root;
    private final Body body;
    private final List<TreePath> trees;
    private final List<TreePath> suspensions;

    private AsyncBody(TreePath root, Body body, List<TreePath> trees, List<TreePath> suspensions) {
        this.root = root;
        this.body = body;
        this.trees = trees;
        this.suspensions = suspensions;
    }

    static AsyncBody of(TreePath root, Body body, Attribution attribution) {
        Collector collector = new Collector(root, attribution);
        collector.scan(root, null);
        return new AsyncBody(root, body, collector.trees, collector.suspensions);
    }

    /** The way to the method or the lambda. */
    TreePath root() {
        return root;
    }

    /** What a message calls it. */
    Body body() {
        return body;
    }

    /** The ways to all trees of a kind, in source order. */
    Stream<TreePath> all(Class<? extends Tree> kind) {
        return trees.stream().filter(path -> kind.isInstance(path.getLeaf()));
    }

    /**
     * The ways to what suspends, in source order: calls, resources whose close is awaited, and
     * returns that await what they give.
     */
    List<TreePath> suspensions() {
        return suspensions;
    }

    /** The ways to what suspends inside a tree. */
    Stream<TreePath> suspensionsIn(Tree tree) {
        return suspensions.stream().filter(path -> isInside(path, tree));
    }

    boolean suspendsIn(@Nullable Tree tree) {
        return tree != null && suspensionsIn(tree).findAny().isPresent();
    }

    /** Whether the way leads through a tree, or ends there. */
    static boolean isInside(TreePath path, Tree tree) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() == tree) {
                return true;
            }
        }
        return false;
    }

    /** The ways to what encloses a place, from the inside out, up to the method or lambda. */
    List<TreePath> around(TreePath place) {
        List<TreePath> found = new ArrayList<>();
        TreePath at = place.getParentPath();
        while (at != null && at.getLeaf() != root.getLeaf()) {
            found.add(at);
            at = at.getParentPath();
        }
        return found;
    }

    private static final class Collector extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final TreePath root;
        private final Attribution attribution;
        private final List<TreePath> trees = new ArrayList<>();
        private final List<TreePath> suspensions = new ArrayList<>();

        Collector(TreePath root, Attribution attribution) {
            this.root = root;
            this.attribution = attribution;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            if (tree == null) {
                return null;
            }
            TreePath path = new TreePath(getCurrentPath(), tree);
            trees.add(path);
            return super.scan(tree, null);
        }

        @Override
        public @Nullable Void visitLambdaExpression(
                LambdaExpressionTree tree, @Nullable Void unused) {
            return tree == root.getLeaf() ? super.visitLambdaExpression(tree, null) : null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree tree, @Nullable Void unused) {
            if (attribution.trees().getElement(getCurrentPath()) instanceof ExecutableElement method
                    && attribution.suspensions().called(getCurrentPath(), method, true) != null) {
                suspensions.add(getCurrentPath());
            }
            return super.visitMethodInvocation(tree, null);
        }

        @Override
        public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
            for (Tree resource : tree.getResources()) {
                TreePath path = new TreePath(getCurrentPath(), resource);
                if (attribution.suspensions().closed(path, true) != null) {
                    suspensions.add(path);
                }
            }
            return super.visitTry(tree, null);
        }

        /** What gives back another coroutine or stage awaits it there. */
        @Override
        public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
            if (tree.getExpression() != null && !ReturnIsNotLost.isValue(tree.getExpression())) {
                suspensions.add(getCurrentPath());
            }
            return super.visitReturn(tree, null);
        }
    }
}
