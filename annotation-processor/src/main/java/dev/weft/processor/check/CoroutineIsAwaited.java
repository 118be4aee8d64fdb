package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A coroutine is awaited or made a task, and a generator is iterated: else neither ever runs. */
final class CoroutineIsAwaited implements Rule {

    private final Attribution attribution;

    CoroutineIsAwaited(Attribution attribution) {
        this.attribution = attribution;
    }

    /**
     * What a method is given and gives back again, as some do, is in the caller's hands already.
     */
    @Override
    public void discarded(TreePath expression, Body body, Reporter reporter) {
        if (!(expression.getLeaf() instanceof MethodInvocationTree call)
                || !(attribution.trees().getElement(expression)
                        instanceof ExecutableElement method)) {
            return;
        }
        TypeMirror type = method.getReturnType();
        if (attribution.isA(type, Names.COROUTINE)) {
            String text = Names.brief(call);
            reporter.report(
                    call.getMethodSelect(),
                    awaited(call, body),
                    unawaited(body),
                    Names.simple(type),
                    text);
        } else if (isIterable(type)) {
            reporter.report(
                    call.getMethodSelect(), Diagnostics.UNITERATED_STATEMENT, Names.simple(type));
        }
    }

    private static Diagnostics unawaited(Body body) {
        return switch (body.kind()) {
            case ASYNC_METHOD, ASYNC_LAMBDA, UNKNOWN_LAMBDA -> Diagnostics.UNAWAITED_STATEMENT;
            case LAMBDA -> Diagnostics.UNAWAITED_IN_LAMBDA;
            case METHOD, CONSTRUCTOR, INITIALISER -> Diagnostics.UNAWAITED_IN_PLAIN;
        };
    }

    @Override
    public void local(TreePath variable, Element declared, Body body, Reporter reporter) {
        VariableTree tree = (VariableTree) variable.getLeaf();
        boolean cold =
                attribution.isA(declared.asType(), Names.COROUTINE)
                        || isIterable(declared.asType());
        if (cold
                && tree.getInitializer() != null
                && !(variable.getParentPath().getLeaf() instanceof TryTree)
                && Locals.uses(attribution.trees(), variable, declared).isEmpty()) {
            reporter.report(
                    tree,
                    remedy(tree, declared, body),
                    isIterable(declared.asType())
                            ? Diagnostics.UNITERATED_LOCAL
                            : Diagnostics.UNAWAITED_LOCAL,
                    tree.getName(),
                    Names.simple(declared.asType()));
        }
    }

    @Override
    public void methodReference(
            TreePath reference, ExecutableElement method, Body body, Reporter reporter) {
        TypeMirror target = attribution.trees().getTypeMirror(reference);
        if (attribution.isA(method.getReturnType(), Names.COROUTINE)
                && Names.isAsync(method)
                && attribution.isVoidFunction(target)) {
            reporter.report(
                    reference.getLeaf(),
                    Diagnostics.UNAWAITED_REFERENCE,
                    Names.simple(method.getReturnType()),
                    Names.simple(target));
        }
    }

    @Override
    public void concatenated(TreePath operand, Body body, Reporter reporter) {
        TypeMirror type = attribution.trees().getTypeMirror(operand);
        if (attribution.isA(type, Names.COROUTINE)) {
            reporter.report(
                    operand.getLeaf(),
                    awaited(operand.getLeaf(), body),
                    Diagnostics.UNAWAITED_TEXT,
                    Names.simple(type),
                    Names.brief(operand.getLeaf()));
        }
    }

    private static @Nullable Remedy awaited(Tree tree, Body body) {
        return body.mayAwait() ? Remedy.of(tree, "{await}({0})", tree) : null;
    }

    /** Nobody misses a variable that nobody reads. */
    private static @Nullable Remedy remedy(VariableTree tree, Element declared, Body body) {
        return body.mayAwait() && !isIterable(declared.asType())
                ? Remedy.of(tree, "{await}({0});", tree.getInitializer())
                : null;
    }

    /** Not what iterates something that lives on without it, as a queue does. */
    private static boolean isIterable(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared
                && (Names.is(declared.asElement(), Names.GENERATOR)
                        || Names.is(declared.asElement(), Names.ITERABLE));
    }
}
