package dev.weft.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/** The one scan over a class. */
final class ClassScan extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Trees trees;
    private final AsyncContracts contracts;
    private final CompilationUnitTree unit;
    private final Map<Long, Tree> sites = new HashMap<>();

    ClassScan(Trees trees, AsyncContracts contracts, CompilationUnitTree unit) {
        this.trees = trees;
        this.contracts = contracts;
        this.unit = unit;
    }

    ClassChecks.Finding finding() {
        return new ClassChecks.Finding(!sites.isEmpty(), sites);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        Element method = trees.getElement(getCurrentPath());
        if (method != null && Names.isAsync(method)) {
            site(tree);
        }
        return super.visitMethod(tree, unused);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        if (contracts.isAsync(trees.getTypeMirror(getCurrentPath()))) {
            site(tree);
        }
        return super.visitLambdaExpression(tree, unused);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree called = tree.getMethodSelect();
        if (isNamedAwait(called) && isAwait(new TreePath(getCurrentPath(), called))) {
            site(called);
        }
        return super.visitMethodInvocation(tree, unused);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        if (tree.getName().contentEquals(Names.AWAIT) && isAwait(getCurrentPath())) {
            site(tree);
        }
        return super.visitMemberReference(tree, unused);
    }

    private static boolean isNamedAwait(ExpressionTree called) {
        Name name =
                called instanceof IdentifierTree identifier
                        ? identifier.getName()
                        : called instanceof MemberSelectTree select ? select.getIdentifier() : null;
        return name != null && name.contentEquals(Names.AWAIT);
    }

    private boolean isAwait(TreePath path) {
        Element called = trees.getElement(path);
        return called != null
                && called.getEnclosingElement() != null
                && Names.is(called.getEnclosingElement(), Names.FUNCTIONS);
    }

    private void site(Tree tree) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        long line = start < 0 ? 0 : unit.getLineMap().getLineNumber(start);
        sites.putIfAbsent(line, tree);
    }
}
