package dev.weft.processor.check;

import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** The block of a time limit or shield awaits something, and that of a group makes tasks. */
final class ScopeHasWork implements Rule {

    private final Attribution attribution;

    ScopeHasWork(Attribution attribution) {
        this.attribution = attribution;
    }

    @Override
    public void asyncBody(AsyncBody body, Reporter reporter) {
        body.all(TryTree.class).forEach(path -> check(path, body, reporter));
    }

    private void check(TreePath path, AsyncBody body, Reporter reporter) {
        TryTree tree = (TryTree) path.getLeaf();
        List<? extends Tree> resources = tree.getResources();
        for (int i = 0; i < resources.size(); i++) {
            List<? extends Tree> opened = resources.subList(i + 1, resources.size());
            TreePath resource = new TreePath(path, resources.get(i));
            TypeMirror type = attribution.trees().getTypeMirror(resource);
            boolean awaits =
                    body.suspendsIn(tree.getBlock()) || opened.stream().anyMatch(body::suspendsIn);
            if (isLimit(type) && !awaits) {
                reporter.report(
                        resource.getLeaf(), Diagnostics.LIMIT_WITHOUT_AWAIT, Names.simple(type));
            } else if (isGroup(type) && isUnused(resource)) {
                reporter.report(resource.getLeaf(), Diagnostics.GROUP_WITHOUT_TASK);
            }
        }
    }

    private boolean isLimit(TypeMirror type) {
        return attribution.isA(type, Names.PACKAGE + "Timeout")
                || attribution.isA(type, Names.PACKAGE + "Shielded");
    }

    private boolean isGroup(TypeMirror type) {
        return attribution.isA(type, Names.GROUP);
    }

    private boolean isUnused(TreePath resource) {
        Element group = attribution.trees().getElement(resource);
        return resource.getLeaf() instanceof VariableTree
                && group != null
                && Locals.uses(attribution.trees(), resource, group).isEmpty();
    }
}
