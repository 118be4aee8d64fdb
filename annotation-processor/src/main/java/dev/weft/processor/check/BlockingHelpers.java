package dev.weft.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds what blocks in methods that an async body of the same source calls, and in those that they
 * call. Only methods that no other class can override are looked into.
 */
final class BlockingHelpers {

    /** What blocks, and on which line it stands. */
    record Block(String call, long line) {}

    private final Trees trees;
    private final NoBlockingCall rule;
    private final Map<ExecutableElement, Optional<Block>> known = new HashMap<>();

    BlockingHelpers(Attribution attribution, NoBlockingCall rule) {
        this.trees = attribution.trees();
        this.rule = rule;
    }

    /**
     * What blocks first in a method that is called; null if nothing does, as far as can be seen.
     */
    @Nullable Block firstBlock(TreePath call, ExecutableElement method) {
        return isBeside(call, method) ? firstBlock(method) : null;
    }

    private @Nullable Block firstBlock(ExecutableElement method) {
        Optional<Block> block = known.get(method);
        if (block == null) {
            known.put(method, Optional.empty());
            block = Optional.ofNullable(look(method));
            known.put(method, block);
        }
        return block.orElse(null);
    }

    private @Nullable Block look(ExecutableElement method) {
        MethodTree tree = isFixed(method) && !Names.isAsync(method) ? trees.getTree(method) : null;
        TreePath path = tree == null ? null : trees.getPath(method);
        if (path == null || Suppression.isAround(trees, path, Check.BLOCKING)) {
            return null;
        }
        Search search = new Search();
        search.scan(path, null);
        return search.found;
    }

    private static boolean isFixed(ExecutableElement method) {
        Element owner = method.getEnclosingElement();
        return method.getModifiers().contains(Modifier.PRIVATE)
                || method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.FINAL)
                || owner.getModifiers().contains(Modifier.FINAL);
    }

    /** Looks through a method up to the first thing that blocks, but not into what runs later. */
    private final class Search extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private @Nullable Block found;

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            return found == null ? super.scan(tree, null) : null;
        }

        @Override
        public @Nullable Void visitMethodInvocation(
                MethodInvocationTree tree, @Nullable Void unused) {
            super.visitMethodInvocation(tree, null);
            return call();
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
            super.visitNewClass(tree, null);
            return call();
        }

        private @Nullable Void call() {
            if (found == null
                    && trees.getElement(getCurrentPath()) instanceof ExecutableElement called) {
                found =
                        rule.way(getCurrentPath(), called) != null
                                ? block(getCurrentPath())
                                : firstBlock(getCurrentPath(), called);
            }
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(
                LambdaExpressionTree tree, @Nullable Void unused) {
            return null;
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            return null;
        }
    }

    /** Whether it is of the same outermost class: others may not have been attributed yet. */
    private boolean isBeside(TreePath call, ExecutableElement method) {
        TreePath at = call;
        while (at.getParentPath().getParentPath() != null) {
            at = at.getParentPath();
        }
        Element outermost = method;
        while (outermost.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outermost = outermost.getEnclosingElement();
        }
        return outermost.equals(trees.getElement(at));
    }

    private Block block(TreePath call) {
        long start =
                trees.getSourcePositions()
                        .getStartPosition(call.getCompilationUnit(), call.getLeaf());
        return new Block(
                Names.brief(call.getLeaf()),
                call.getCompilationUnit().getLineMap().getLineNumber(start));
    }
}
