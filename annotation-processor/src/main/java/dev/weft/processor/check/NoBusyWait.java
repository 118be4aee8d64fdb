package dev.weft.processor.check;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Nobody asks in a loop whether something has become true that could tell. */
final class NoBusyWait implements Rule {

    private static final Set<String> PAUSES = Set.of("sleep", "yieldNow");
    private static final Set<String> SPINS = Set.of("onSpinWait", "yield");

    /** What asks variables of the program, which do not change by themselves. */
    private static final Set<String> QUESTIONS =
            Set.of(
                    "get",
                    "getAcquire",
                    "getPlain",
                    "getOpaque",
                    "isDone",
                    "done",
                    "isEmpty",
                    "isSet",
                    "locked",
                    "size",
                    "isCancelled",
                    "cancelled",
                    "booleanValue",
                    "intValue");

    private final Attribution attribution;

    NoBusyWait(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(WhileLoopTree.class)
                .forEach(
                        path -> {
                            WhileLoopTree loop = (WhileLoopTree) path.getLeaf();
                            check(path, loop.getCondition(), loop.getStatement(), body, reporter);
                        });
        body.all(DoWhileLoopTree.class)
                .forEach(
                        path -> {
                            DoWhileLoopTree loop = (DoWhileLoopTree) path.getLeaf();
                            check(path, loop.getCondition(), loop.getStatement(), body, reporter);
                        });
    }

    private void check(
            TreePath loop,
            ExpressionTree condition,
            StatementTree statement,
            AsyncBody body,
            Reporter reporter) {
        if (!asksVariables(loop, condition, body)) {
            return;
        }
        String called = onlyCall(statement);
        if (called == null ? isEmpty(statement) : SPINS.contains(called)) {
            reporter.report(loop.getLeaf(), Diagnostics.SPINS);
        } else if (called != null && PAUSES.contains(called)) {
            reporter.report(loop.getLeaf(), Diagnostics.POLLS);
        }
    }

    private boolean asksVariables(TreePath loop, ExpressionTree condition, AsyncBody body) {
        TreePath asked = new TreePath(loop, condition);
        boolean constant = new Constants(attribution.trees(), asked).truth(condition) != null;
        return !constant
                && body.all(Tree.class)
                        .filter(path -> AsyncBody.isInside(path, condition))
                        .allMatch(this::isQuestion);
    }

    private boolean isQuestion(TreePath path) {
        return switch (path.getLeaf().getKind()) {
            case ASSIGNMENT -> false;
            case METHOD_INVOCATION -> isQuestionOfLibrary(path);
            default ->
                    !(path.getLeaf() instanceof NewClassTree)
                            && !(path.getLeaf() instanceof UnaryTree unary && changes(unary));
        };
    }

    private boolean isQuestionOfLibrary(TreePath call) {
        return attribution.trees().getElement(call) instanceof ExecutableElement method
                && QUESTIONS.contains(method.getSimpleName().toString())
                && method.getParameters().isEmpty()
                && isOfLibrary(method);
    }

    private boolean isOfLibrary(ExecutableElement method) {
        String owner = attribution.elements().getPackageOf(method).getQualifiedName().toString();
        return owner.startsWith("java.util") || owner.equals("dev.weft");
    }

    private static boolean changes(UnaryTree unary) {
        return switch (unary.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    private static boolean isEmpty(StatementTree statement) {
        return statement instanceof EmptyStatementTree
                || statement instanceof BlockTree block && block.getStatements().isEmpty();
    }

    /** The name of the only thing that is done, or awaited; null if there is another. */
    private static @Nullable String onlyCall(StatementTree statement) {
        List<? extends StatementTree> all =
                statement instanceof BlockTree block ? block.getStatements() : List.of(statement);
        if (all.size() != 1
                || !(all.get(0) instanceof ExpressionStatementTree only)
                || !(only.getExpression() instanceof MethodInvocationTree call)) {
            return null;
        }
        String name = String.valueOf(Names.lastOf(call.getMethodSelect()));
        return name.equals("await")
                        && !call.getArguments().isEmpty()
                        && call.getArguments().get(0) instanceof MethodInvocationTree awaited
                ? String.valueOf(Names.lastOf(awaited.getMethodSelect()))
                : name;
    }
}
