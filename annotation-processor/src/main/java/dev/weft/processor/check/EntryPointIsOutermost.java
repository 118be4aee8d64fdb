package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** An entry point runs an event loop of its own, so that no async body calls it. */
final class EntryPointIsOutermost implements Rule {

    @Override
    public void call(TreePath call, ExecutableElement method, Body body, Reporter reporter) {
        if (body.isAsync()
                && method.getReturnType().getKind() == TypeKind.VOID
                && Names.isAsync(method)) {
            Tree called = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
            reporter.report(called, Diagnostics.ENTRY_POINT_CALLED, method.getSimpleName());
        }
    }
}
