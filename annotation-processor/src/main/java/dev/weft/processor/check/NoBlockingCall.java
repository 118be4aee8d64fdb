package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** An async body blocks its thread neither by itself nor through methods of the same class. */
final class NoBlockingCall implements Rule {

    private final Attribution attribution;
    private final BlockingCalls blocking;
    private final BlockingHelpers helpers;
    private final BlockingRemedies remedies;

    NoBlockingCall(Attribution attribution, CheckOptions options) {
        this.attribution = attribution;
        blocking = new BlockingCalls(attribution, options.blocking());
        helpers = new BlockingHelpers(attribution, this);
        remedies = new BlockingRemedies(attribution);
    }

    @Override
    public void call(TreePath call, ExecutableElement method, Body body, Reporter reporter) {
        if (!body.isAsync() || Names.isAsync(method)) {
            return;
        }
        ExpressionTree called = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        Diagnostics way = way(call, method);
        if (way != null) {
            Remedy remedy = body.mayAwait() ? remedies.of(call, method, way) : null;
            reporter.report(called, remedy, way, Names.brief(call.getLeaf()), receiver(call));
        } else {
            BlockingHelpers.Block block = helpers.firstBlock(call, method);
            if (block != null) {
                reporter.report(
                        called,
                        Diagnostics.BLOCKS_HELPER,
                        method.getSimpleName(),
                        block.call(),
                        block.line());
            }
        }
    }

    @Override
    public void made(TreePath made, ExecutableElement constructor, Body body, Reporter reporter) {
        Diagnostics way = way(made, constructor);
        if (way != null) {
            reporter.report(made.getLeaf(), way, Names.brief(made.getLeaf()), "");
        }
    }

    /** What is said of a call that blocks; null if it does not, or is known to find it done. */
    @Nullable Diagnostics way(TreePath call, ExecutableElement method) {
        TreePath receiver = receiverOf(call);
        TypeMirror type = receiver == null ? null : attribution.trees().getTypeMirror(receiver);
        Diagnostics way = blocking.way(method, type);
        if (way == null || receiver == null) {
            return way;
        }
        if (attribution.isOfWeft(type)) {
            return null;
        }
        if (way == Diagnostics.BLOCKS_FUTURE) {
            boolean done = new DoneFutures(attribution.trees()).isDone(call, receiver);
            return done ? null : wayOfFuture(type, (MethodInvocationTree) call.getLeaf());
        }
        return new MemoryStreams(attribution).isOne(receiver) ? null : way;
    }

    private Diagnostics wayOfFuture(@Nullable TypeMirror type, MethodInvocationTree call) {
        if (!attribution.isA(type, "java.util.concurrent.CompletionStage")) {
            return Diagnostics.BLOCKS_PLAIN_FUTURE;
        }
        return call.getArguments().isEmpty()
                ? Diagnostics.BLOCKS_FUTURE
                : Diagnostics.BLOCKS_FUTURE_FOR_A_TIME;
    }

    /** The way to what a method is called on; null if that is not written. */
    static @Nullable TreePath receiverOf(TreePath call) {
        return call.getLeaf() instanceof MethodInvocationTree tree
                        && tree.getMethodSelect() instanceof MemberSelectTree select
                ? new TreePath(new TreePath(call, select), select.getExpression())
                : null;
    }

    private static String receiver(TreePath call) {
        TreePath receiver = receiverOf(call);
        return receiver == null ? "this" : Names.brief(receiver.getLeaf());
    }
}
