package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;

/** A clean-up that awaits is shielded: a second cancel would cut it short. */
final class NoAwaitInFinally implements Rule {

    private final Attribution attribution;

    NoAwaitInFinally(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.suspensions().stream()
                .filter(path -> path.getLeaf() instanceof MethodInvocationTree)
                .filter(path -> isCleanUp(path, body))
                .forEach(
                        path ->
                                reporter.report(
                                        ((MethodInvocationTree) path.getLeaf()).getMethodSelect(),
                                        Diagnostics.AWAIT_IN_FINALLY,
                                        Names.brief(path.getLeaf())));
    }

    private boolean isCleanUp(TreePath suspension, AsyncBody body) {
        TreePath inner = suspension;
        for (TreePath around : body.around(suspension)) {
            if (around.getLeaf() instanceof TryTree tree) {
                if (tree.getBlock() == inner.getLeaf() && isShield(around, tree)) {
                    return false;
                }
                if (tree.getFinallyBlock() == inner.getLeaf()) {
                    return true;
                }
            }
            inner = around;
        }
        return false;
    }

    private boolean isShield(TreePath path, TryTree tree) {
        return tree.getResources().stream()
                .map(resource -> attribution.trees().getTypeMirror(new TreePath(path, resource)))
                .anyMatch(type -> attribution.isA(type, Names.PACKAGE + "Shielded"));
    }
}
