package dev.weft.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells of streams that read from memory, through others or not, as far as that can be seen. */
final class MemoryStreams {

    private static final Set<String> MEMORY =
            Set.of(
                    "java.io.ByteArrayInputStream",
                    "java.io.StringReader",
                    "java.io.CharArrayReader");
    private static final Set<String> STREAMS = Set.of("java.io.InputStream", "java.io.Reader");

    private final Attribution attribution;
    private final Trees trees;

    MemoryStreams(Attribution attribution) {
        this.attribution = attribution;
        this.trees = attribution.trees();
    }

    boolean isOne(TreePath stream) {
        ExpressionTree made = made(stream);
        if (made == null || STREAMS.stream().noneMatch(type -> isA(stream, type))) {
            return false;
        }
        return isOfMemory(new TreePath(stream, made));
    }

    private boolean isOfMemory(TreePath made) {
        TypeMirror type = trees.getTypeMirror(made);
        if (MEMORY.stream().anyMatch(memory -> attribution.isA(type, memory))) {
            return true;
        }
        if (!(made.getLeaf() instanceof NewClassTree wrapper)
                || wrapper.getArguments().isEmpty()
                || STREAMS.stream().noneMatch(stream -> attribution.isA(type, stream))) {
            return false;
        }
        TreePath inner = new TreePath(made, wrapper.getArguments().get(0));
        ExpressionTree source = made(inner);
        return source != null && isOfMemory(new TreePath(inner, source));
    }

    private boolean isA(TreePath path, String type) {
        return attribution.isA(trees.getTypeMirror(path), type);
    }

    /** What makes the value of an expression, if it is written there or at its local variable. */
    private @Nullable ExpressionTree made(TreePath expression) {
        if (expression.getLeaf() instanceof ParenthesizedTree parentheses) {
            return made(new TreePath(expression, parentheses.getExpression()));
        }
        if (expression.getLeaf() instanceof NewClassTree made) {
            return made;
        }
        Element variable = trees.getElement(expression);
        for (TreePath at = expression; at != null; at = at.getParentPath()) {
            for (Tree tree : declaredIn(at.getLeaf())) {
                if (tree instanceof VariableTree declared
                        && variable != null
                        && variable.equals(trees.getElement(new TreePath(at, declared)))) {
                    return declared.getInitializer();
                }
            }
        }
        return null;
    }

    private static List<? extends Tree> declaredIn(Tree tree) {
        if (tree instanceof TryTree guarded) {
            return guarded.getResources();
        }
        return tree instanceof BlockTree block ? block.getStatements() : List.of();
    }
}
