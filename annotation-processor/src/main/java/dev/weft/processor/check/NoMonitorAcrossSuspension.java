package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** No monitor is held across a suspension: it belongs to a thread, and the task leaves that. */
final class NoMonitorAcrossSuspension implements Rule {

    @Override
    public void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {
        if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
            reporter.report(tree, Diagnostics.ASYNC_SYNCHRONIZED, method.getSimpleName());
        }
    }

    @Override
    public void suspension(Suspension found, Body body, Reporter reporter) {
        if (body.isAsync() && body.monitors() > 0) {
            reporter.report(found.tree(), Diagnostics.WAIT_IN_MONITOR, found.words());
        }
    }
}
