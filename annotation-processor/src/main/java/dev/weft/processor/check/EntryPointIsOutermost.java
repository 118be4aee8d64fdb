package dev.weft.processor.check;

import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** An entry point runs an event loop of its own, so that no async body calls it. */
final class EntryPointIsOutermost implements Rule {

    @Override
    public void callInAsyncBody(Tree called, ExecutableElement method, Reporter reporter) {
        if (method.getReturnType().getKind() == TypeKind.VOID && Names.isAsync(method)) {
            reporter.error(called, Diagnostics.ENTRY_POINT_CALLED, method.getSimpleName());
        }
    }
}
