package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Nobody calls the {@code wait} and {@code notify} that Weft's types have of {@code Object}. */
final class NoObjectWait implements Rule {

    private static final Set<String> OF_MONITORS = Set.of("wait", "notify", "notifyAll");

    private final Attribution attribution;

    NoObjectWait(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void call(TreePath call, ExecutableElement method, Body body, Reporter reporter) {
        ExpressionTree called = ((MethodInvocationTree) call.getLeaf()).getMethodSelect();
        if (called instanceof MemberSelectTree select) {
            check(called, new TreePath(call, select.getExpression()), method, reporter);
        }
    }

    @Override
    public void methodReference(
            TreePath reference, ExecutableElement method, Body body, Reporter reporter) {
        MemberReferenceTree tree = (MemberReferenceTree) reference.getLeaf();
        check(tree, new TreePath(reference, tree.getQualifierExpression()), method, reporter);
    }

    private void check(Tree where, TreePath receiver, ExecutableElement method, Reporter reporter) {
        String name = method.getSimpleName().toString();
        if (!OF_MONITORS.contains(name)
                || !Names.is(method.getEnclosingElement(), "java.lang.Object")) {
            return;
        }
        String type = typeOfWeft(attribution.trees().getTypeMirror(receiver));
        if (type != null) {
            String advice = advice(type, name, Names.brief(receiver.getLeaf()));
            reporter.report(where, Diagnostics.OBJECT_WAIT, name, type, advice);
        }
    }

    private @Nullable String typeOfWeft(@Nullable TypeMirror type) {
        return type instanceof DeclaredType declared
                        && attribution
                                .elements()
                                .getPackageOf(declared.asElement())
                                .getQualifiedName()
                                .contentEquals("dev.weft")
                ? Names.simple(type)
                : null;
    }

    private static String advice(String type, String name, String receiver) {
        boolean wait = name.equals("wait");
        return switch (type) {
            case "AsyncEvent" ->
                    wait ? "write await(" + receiver + ".await())" : "write " + receiver + ".set()";
            case "AsyncCondition" ->
                    wait
                            ? "write await(" + receiver + ".await())"
                            : "write " + receiver + "." + name.replace("notify", "signal") + "()";
            case "AsyncBarrier" ->
                    wait
                            ? "write await(" + receiver + ".await())"
                            : "a barrier lets all go by itself";
            case "Task", "Promise", "Coroutine" ->
                    wait ? "write await(" + receiver + ")" : "use an AsyncCondition";
            default -> "use an AsyncEvent or an AsyncCondition";
        };
    }
}
