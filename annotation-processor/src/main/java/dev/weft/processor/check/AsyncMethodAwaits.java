package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;

/** A method that never awaits need not be async. */
final class AsyncMethodAwaits implements Rule {

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        if (body.root().getLeaf() instanceof MethodTree method && body.suspensions().isEmpty()) {
            reporter.report(method, Diagnostics.NEVER_AWAITS, method.getName());
        }
    }
}
