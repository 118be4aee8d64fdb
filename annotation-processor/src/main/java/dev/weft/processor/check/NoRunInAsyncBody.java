package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;

/** An async body awaits, and runs no event loop of its own on the thread of another. */
final class NoRunInAsyncBody implements Rule {

    @Override
    public void call(TreePath call, ExecutableElement method, Body body, Reporter reporter) {
        if (body.isAsync() && isRun(method)) {
            MethodInvocationTree tree = (MethodInvocationTree) call.getLeaf();
            Remedy remedy =
                    Names.isFunction(method) && body.mayAwait()
                            ? Remedy.of(tree, "{await}({0})", tree.getArguments().get(0))
                            : null;
            reporter.report(
                    tree.getMethodSelect(),
                    remedy,
                    Diagnostics.RUN_CALLED,
                    Names.brief(tree.getArguments().get(0)));
        }
    }

    private static boolean isRun(ExecutableElement method) {
        return method.getSimpleName().contentEquals("run")
                && method.getParameters().size() == 1
                && (Names.isFunction(method)
                        || Names.is(method.getEnclosingElement(), Names.PACKAGE + "Runner"));
    }
}
