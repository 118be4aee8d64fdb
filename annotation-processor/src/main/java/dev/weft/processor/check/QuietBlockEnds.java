package dev.weft.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A block that a time limit may leave quietly has a place where it goes on then: behind its end,
 * which it can reach.
 */
final class QuietBlockEnds implements Rule {

    private final Trees trees;

    QuietBlockEnds(Trees trees) {
        this.trees = trees;
    }

    @Override
    public void resource(Suspension close, TryTree tree, Reporter reporter) {
        if (isQuiet(close.path()) && !Completion.isPossible(trees, close.path(), tree.getBlock())) {
            reporter.report(close.tree(), Diagnostics.QUIET_BLOCK_JUMPS);
        }
    }

    private boolean isQuiet(TreePath resource) {
        ExpressionTree made =
                resource.getLeaf() instanceof VariableTree variable
                        ? variable.getInitializer()
                        : initialiserOf(resource);
        return made instanceof MethodInvocationTree call
                && trees.getElement(new TreePath(resource, call.getMethodSelect()))
                        instanceof ExecutableElement method
                && Names.isFunction(method)
                && isQuiet(method);
    }

    /** A shield is left quietly if it has a time limit. */
    private static boolean isQuiet(ExecutableElement method) {
        return switch (method.getSimpleName().toString()) {
            case "moveOnAfter", "moveOnAt" -> true;
            case "shielded" -> !method.getParameters().isEmpty();
            default -> false;
        };
    }

    /** What the local variable began as that is the resource. */
    private @Nullable ExpressionTree initialiserOf(TreePath resource) {
        Element variable = trees.getElement(resource);
        for (TreePath path = resource; path != null; path = path.getParentPath()) {
            for (StatementTree statement : statementsOf(path.getLeaf())) {
                if (statement instanceof VariableTree declared
                        && trees.getElement(new TreePath(path, declared)) == variable) {
                    return declared.getInitializer();
                }
            }
        }
        return null;
    }

    private static List<? extends StatementTree> statementsOf(Tree tree) {
        if (tree instanceof BlockTree block) {
            return block.getStatements();
        }
        return tree instanceof CaseTree branch && branch.getStatements() != null
                ? branch.getStatements()
                : List.of();
    }
}
