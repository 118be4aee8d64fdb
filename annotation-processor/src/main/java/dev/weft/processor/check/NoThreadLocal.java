package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;

/** Nothing is put where the thread keeps it by a task that leaves the thread to others then. */
final class NoThreadLocal implements Rule {

    private static final Set<String> PUTS = Set.of("set", "put", "putCloseable");

    private final Attribution attribution;

    NoThreadLocal(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        if (body.suspensions().isEmpty()) {
            return;
        }
        TreePath last = body.suspensions().get(body.suspensions().size() - 1);
        body.all(MethodInvocationTree.class)
                .filter(call -> start(call) < start(last) && puts(call))
                .forEach(
                        call ->
                                reporter.report(
                                        ((MethodInvocationTree) call.getLeaf()).getMethodSelect(),
                                        Diagnostics.THREAD_LOCAL_SET,
                                        Names.brief(call.getLeaf())));
    }

    private boolean puts(TreePath call) {
        if (!(attribution.trees().getElement(call) instanceof ExecutableElement method)
                || !PUTS.contains(method.getSimpleName().toString())) {
            return false;
        }
        return attribution.isA(method.getEnclosingElement().asType(), "java.lang.ThreadLocal")
                || Names.is(method.getEnclosingElement(), "org.slf4j.MDC");
    }

    private long start(TreePath path) {
        SourcePositions positions = attribution.trees().getSourcePositions();
        return positions.getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }
}
