package dev.weft.processor.check;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** What must be closed and nobody else knows of is opened by a try. */
final class ResourceIsClosed implements Rule {

    private static final Set<String> CLOSES = Set.of("close", "closeAsync", "release");

    private final Attribution attribution;

    ResourceIsClosed(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void local(TreePath variable, Element declared, Body body, Reporter reporter) {
        VariableTree tree = (VariableTree) variable.getLeaf();
        if (body.isAsync()
                && !(variable.getParentPath().getLeaf() instanceof TryTree)
                && isOpened(tree.getInitializer())
                && mustBeClosed(declared.asType())
                && isKeptOpen(Locals.uses(attribution.trees(), variable, declared))) {
            reporter.report(
                    tree,
                    Diagnostics.RESOURCE_NOT_CLOSED,
                    tree.getName(),
                    Names.simple(declared.asType()));
        }
    }

    private boolean isOpened(ExpressionTree initialiser) {
        return initialiser instanceof NewClassTree
                || initialiser instanceof MethodInvocationTree call
                        && String.valueOf(Names.lastOf(call.getMethodSelect())).equals("await");
    }

    /** A generator that is left is closed by the loop in the end. */
    private boolean mustBeClosed(TypeMirror type) {
        return (attribution.isA(type, Names.CLOSEABLE) || attribution.isA(type, Names.PERMIT))
                && !attribution.isA(type, Names.PACKAGE + "AsyncIterator");
    }

    /** Whether every use only calls a method of it that does not close it. */
    private static boolean isKeptOpen(List<TreePath> uses) {
        return uses.stream().allMatch(ResourceIsClosed::isPlainCall);
    }

    private static boolean isPlainCall(TreePath use) {
        Tree parent = use.getParentPath().getLeaf();
        return parent instanceof MemberSelectTree select
                && !CLOSES.contains(select.getIdentifier().toString())
                && !(parent instanceof MemberReferenceTree);
    }
}
