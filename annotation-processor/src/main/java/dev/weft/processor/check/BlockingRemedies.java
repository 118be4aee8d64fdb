package dev.weft.processor.check;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** What to write instead of a call that blocks, for those that have one async twin. */
final class BlockingRemedies {

    private static final String INTERRUPTED = "java.lang.InterruptedException";
    private static final Set<String> OF_FUTURES =
            Set.of(
                    INTERRUPTED,
                    "java.util.concurrent.ExecutionException",
                    "java.util.concurrent.CompletionException");

    private final Attribution attribution;
    private final Catches catches;

    BlockingRemedies(Attribution attribution) {
        this.attribution = attribution;
        catches = new Catches(attribution);
    }

    @Nullable Remedy of(TreePath path, ExecutableElement method, Diagnostics way) {
        MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
        TreePath receiver = NoBlockingCall.receiverOf(path);
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (way == Diagnostics.BLOCKS_SLEEP) {
            return sleep(path, call, method);
        }
        if (receiver == null) {
            return null;
        }
        ExpressionTree on = (ExpressionTree) receiver.getLeaf();
        if (way == Diagnostics.BLOCKS_FUTURE && arguments.isEmpty()) {
            return catches.anyOf(path, OF_FUTURES) ? null : Remedy.of(call, "{await}({0})", on);
        }
        if (way == Diagnostics.BLOCKS_HTTP && arguments.size() == 2) {
            return catches.anyOf(path, Set.of(INTERRUPTED))
                    ? null
                    : Remedy.of(
                            call,
                            "{await}({0}.sendAsync({1}, {2}), {java.io.IOException}.class)",
                            on,
                            arguments.get(0),
                            arguments.get(1));
        }
        return null;
    }

    private @Nullable Remedy sleep(
            TreePath path, MethodInvocationTree call, ExecutableElement method) {
        if (call.getArguments().size() != 1) {
            return null;
        }
        ExpressionTree time = call.getArguments().get(0);
        boolean unit = Names.is(method.getEnclosingElement(), "java.util.concurrent.TimeUnit");
        TreePath receiver = NoBlockingCall.receiverOf(path);
        if (unit && receiver != null) {
            return sleep(
                    path,
                    "{java.time.Duration}.ofNanos({0}.toNanos({1}))",
                    (ExpressionTree) receiver.getLeaf(),
                    time);
        }
        return method.getParameters().get(0).asType().getKind().isPrimitive()
                ? sleep(path, "{java.time.Duration}.ofMillis({0})", time)
                : sleep(path, "{0}", time);
    }

    /** A try that does nothing but sleep, for the sake of the exception, goes with it. */
    private @Nullable Remedy sleep(TreePath path, String time, ExpressionTree... parts) {
        String template = "{await}({sleep}(" + time + "))";
        if (!catches.anyOf(path, Set.of(INTERRUPTED))) {
            return Remedy.of(path.getLeaf(), template, parts);
        }
        TryTree around = onlySleeps(path);
        return around == null ? null : Remedy.of(around, template + ";", parts);
    }

    private @Nullable TryTree onlySleeps(TreePath path) {
        TreePath statement = path.getParentPath();
        TreePath guarded = statement.getParentPath().getParentPath();
        return statement.getLeaf() instanceof ExpressionStatementTree
                        && guarded.getLeaf() instanceof TryTree tree
                        && tree.getBlock() == statement.getParentPath().getLeaf()
                        && tree.getBlock().getStatements().size() == 1
                        && tree.getResources().isEmpty()
                        && tree.getFinallyBlock() == null
                        && tree.getCatches().size() == 1
                        && !catches.anyOf(guarded, Set.of(INTERRUPTED))
                ? tree
                : null;
    }
}
