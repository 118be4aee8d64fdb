package dev.weft.processor.check;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** An async method returns one of the types that say what it is. */
final class AsyncReturnType implements Rule {

    @Override
    public void asyncMethod(MethodTree tree, ExecutableElement method, Reporter reporter) {
        TypeMirror type = method.getReturnType();
        Tree written = tree.getReturnType();
        if (type.getKind() != TypeKind.ERROR && !ReturnShape.isOne(type)) {
            reporter.report(
                    written,
                    Diagnostics.ASYNC_RETURN_TYPE,
                    method.getSimpleName(),
                    written,
                    ReturnShape.inWords());
        }
    }
}
