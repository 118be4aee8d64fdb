package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** An async method has a body to weave, or is the contract of an interface. */
final class AsyncMethodHasBody implements Rule {

    @Override
    public void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {
        Set<Modifier> modifiers = method.getModifiers();
        if (modifiers.contains(Modifier.NATIVE)) {
            reporter.report(tree, Diagnostics.ASYNC_NATIVE, method.getSimpleName());
        } else if (modifiers.contains(Modifier.ABSTRACT)
                && !method.getEnclosingElement().getKind().isInterface()) {
            reporter.report(tree, Diagnostics.ASYNC_ABSTRACT, method.getSimpleName());
        }
    }
}
