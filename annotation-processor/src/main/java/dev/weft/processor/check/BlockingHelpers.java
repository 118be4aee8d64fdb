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

    /**
     * What blocks, and on which line it stands.
     *
     * @param parameter which of the method's parameters is the future that is waited for, or -1
     */
    record Block(String call, long line, int parameter) {

        Block waitingFor(int other) {
            return new Block(call, line, other);
        }
    }

    private final Trees trees;
    private final NoBlockingCall rule;
    private final Map<ExecutableElement, Optional<Block>> known = new HashMap<>();

    BlockingHelpers(Attribution attribution, NoBlockingCall rule) {
        this.trees = attribution.trees();
        this.rule = rule;
    }

    /**
     * What blocks first in a method that is called; null if nothing does, as far as can be seen, or
     * if it waits for something that is known to be done.
     */
    @Nullable Block firstBlock(TreePath call, ExecutableElement method) {
        Block block = isBeside(call, method) ? firstBlock(method) : null;
        TreePath future = block == null ? null : argument(call, block.parameter);
        return future != null && new DoneFutures(trees).isDone(call, future) ? null : block;
    }

    private static @Nullable TreePath argument(TreePath call, int index) {
        return call.getLeaf() instanceof MethodInvocationTree tree
                        && index >= 0
                        && index < tree.getArguments().size()
                ? new TreePath(call, tree.getArguments().get(index))
                : null;
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
        Search search = new Search(method);
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

        private final ExecutableElement method;
        private @Nullable Block found;

        Search(ExecutableElement method) {
            this.method = method;
        }

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
                TreePath path = getCurrentPath();
                found =
                        rule.way(path, called) != null
                                ? block(path, parameter(NoBlockingCall.receiverOf(path)))
                                : blockOf(path, called);
            }
            return null;
        }

        private @Nullable Block blockOf(TreePath path, ExecutableElement called) {
            Block block = firstBlock(path, called);
            return block == null
                    ? null
                    : block.waitingFor(parameter(argument(path, block.parameter)));
        }

        private int parameter(@Nullable TreePath future) {
            return future == null ? -1 : method.getParameters().indexOf(trees.getElement(future));
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

    private Block block(TreePath call, int parameter) {
        long start =
                trees.getSourcePositions()
                        .getStartPosition(call.getCompilationUnit(), call.getLeaf());
        return new Block(
                Names.brief(call.getLeaf()),
                call.getCompilationUnit().getLineMap().getLineNumber(start),
                parameter);
    }
}
