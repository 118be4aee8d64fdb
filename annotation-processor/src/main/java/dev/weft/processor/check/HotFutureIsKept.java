package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** An async body that calls a hot method does something with the future: else failures are lost. */
final class HotFutureIsKept implements Rule {

    private final Attribution attribution;

    HotFutureIsKept(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void discarded(TreePath expression, Body body, Reporter reporter) {
        if (body.isAsync()
                && expression.getLeaf() instanceof MethodInvocationTree call
                && attribution.trees().getElement(expression) instanceof ExecutableElement method
                && isHot(method)) {
            reporter.report(
                    call.getMethodSelect(),
                    body.mayAwait() ? Remedy.of(call, "{await}({0})", call) : null,
                    Diagnostics.FUTURE_LOST,
                    method.getSimpleName(),
                    Names.brief(call));
        }
    }

    private boolean isHot(ExecutableElement method) {
        return Names.isAsync(method)
                && method.getReturnType().getKind() != TypeKind.VOID
                && attribution.isA(method.getReturnType(), "java.util.concurrent.CompletionStage");
    }
}
