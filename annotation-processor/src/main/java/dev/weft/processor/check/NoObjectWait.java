package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Nobody calls the {@code wait} and {@code notify} that Weft's types have of {@code Object}. */
final class NoObjectWait implements Rule {

    private static final Set<String> OF_MONITORS = Set.of("wait", "notify", "notifyAll");

    private final Attribution attribution;
    private final Catches catches;

    NoObjectWait(Attribution attribution) {
        this.attribution = attribution;
        catches = new Catches(attribution);
    }

    @Override
    public void call(TreePath call, ExecutableElement method, Body body, Reporter reporter) {
        ExpressionTree called = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        if (!isOfMonitors(method) || !(called instanceof MemberSelectTree select)) {
            return;
        }
        TreePath receiver = new TreePath(call, select.getExpression());
        String twin = twin(receiver, method);
        boolean waits = method.getSimpleName().contentEquals("wait");
        boolean certain =
                twin != null
                        && method.getParameters().isEmpty()
                        && (body.mayAwait() || !waits)
                        && !catches.anyOf(call, Set.of("java.lang.InterruptedException"));
        Remedy remedy =
                certain
                        ? Remedy.of(
                                call.getLeaf(),
                                waits ? "{await}({0}" + twin + ")" : "{0}" + twin,
                                receiver.getLeaf())
                        : null;
        report(called, receiver, method, remedy, reporter);
    }

    @Override
    public void methodReference(
            TreePath reference, ExecutableElement method, Body body, Reporter reporter) {
        MemberReferenceTree tree = (MemberReferenceTree) reference.getLeaf();
        if (isOfMonitors(method)) {
            TreePath receiver = new TreePath(reference, tree.getQualifierExpression());
            report(tree, receiver, method, null, reporter);
        }
    }

    private static boolean isOfMonitors(ExecutableElement method) {
        return OF_MONITORS.contains(method.getSimpleName().toString())
                && Names.is(method.getEnclosingElement(), "java.lang.Object");
    }

    private void report(
            Tree where,
            TreePath receiver,
            ExecutableElement method,
            @Nullable Remedy remedy,
            Reporter reporter) {
        String type = typeOfWeft(receiver);
        if (type == null) {
            return;
        }
        String name = method.getSimpleName().toString();
        String twin = twin(receiver, method);
        String object = Names.brief(receiver.getLeaf());
        if (twin == null) {
            reporter.report(where, Diagnostics.OBJECT_WAIT_ODD, name, type);
        } else if (name.equals("wait")) {
            reporter.report(where, remedy, Diagnostics.OBJECT_WAIT, name, type, object + twin);
        } else {
            reporter.report(where, remedy, Diagnostics.OBJECT_NOTIFY, name, type, object + twin);
        }
    }

    private @Nullable String typeOfWeft(TreePath receiver) {
        TypeMirror type = attribution.trees().getTypeMirror(receiver);
        return attribution.isOfWeft(type) ? Names.simple(type) : null;
    }

    /** What is meant, behind the object: to be awaited if it waits. */
    private @Nullable String twin(TreePath receiver, ExecutableElement method) {
        String name = method.getSimpleName().toString();
        boolean waits = name.equals("wait");
        return switch (String.valueOf(typeOfWeft(receiver))) {
            case "AsyncEvent" -> waits ? ".await()" : ".set()";
            case "AsyncCondition" ->
                    waits ? ".await()" : "." + name.replace("notify", "signal") + "()";
            case "AsyncBarrier" -> waits ? ".await()" : null;
            case "Task", "Promise", "Coroutine" -> waits ? "" : null;
            default -> null;
        };
    }
}
