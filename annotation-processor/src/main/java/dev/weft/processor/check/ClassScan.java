package dev.weft.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The one scan over a class: knows which body an expression stands in, and shows it to the rules.
 */
final class ClassScan extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Body NONE = new Body(Body.Kind.INITIALISER, "");

    private final Trees trees;
    private final AsyncContracts contracts;
    private final CompilationUnitTree unit;
    private final List<Rule> rules;
    private final Reporter reporter;
    private final List<Site> sites = new ArrayList<>();
    private Body body = NONE;

    ClassScan(
            Trees trees,
            AsyncContracts contracts,
            CompilationUnitTree unit,
            List<Rule> rules,
            Reporter reporter) {
        this.trees = trees;
        this.contracts = contracts;
        this.unit = unit;
        this.rules = rules;
        this.reporter = reporter;
    }

    List<Site> sites() {
        return sites;
    }

    /** Members that are neither methods nor classes initialise the class or an object. */
    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
            contracts.seen(type);
        }
        Body initialiser = new Body(Body.Kind.INITIALISER, nameOf(tree));
        return within(initialiser, () -> super.visitClass(tree, null));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement method)) {
            return super.visitMethod(tree, null);
        }
        Body.Kind kind = Body.Kind.METHOD;
        String name = method.getSimpleName().toString();
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            kind = Body.Kind.CONSTRUCTOR;
            name = body.name();
        } else if (Names.isAsync(method)) {
            kind = Body.Kind.ASYNC_METHOD;
            if (tree.getBody() != null) {
                addSite(tree, Site.Kind.METHOD);
            }
            rules.forEach(rule -> rule.asyncMethod(tree, method, reporter));
        }
        return within(new Body(kind, name), () -> super.visitMethod(tree, null));
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        TypeMirror target = trees.getTypeMirror(getCurrentPath());
        boolean async = contracts.isAsync(target);
        if (async) {
            addSite(tree, Site.Kind.LAMBDA);
        }
        Body.Kind kind = async || !isKnown(target) ? Body.Kind.ASYNC_LAMBDA : Body.Kind.LAMBDA;
        Body lambda = new Body(kind, Names.simple(target));
        return within(lambda, () -> super.visitLambdaExpression(tree, null));
    }

    /** Where javac has found no type for a lambda, its own error is enough. */
    private static boolean isKnown(@Nullable TypeMirror target) {
        return target != null
                && (target.getKind() == TypeKind.DECLARED
                        || target.getKind() == TypeKind.INTERSECTION);
    }

    /** The monitor's own expression is evaluated before the monitor is entered. */
    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        return within(body.inMonitor(), () -> scan(tree.getBlock(), null));
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        if (tree.getFinallyBlock() == null || !Jumps.always(tree.getFinallyBlock())) {
            return super.visitTry(tree, null);
        }
        within(
                body.withinJumpingTry(),
                () -> {
                    scan(tree.getResources(), null);
                    scan(tree.getBlock(), null);
                    scan(tree.getCatches(), null);
                });
        return scan(tree.getFinallyBlock(), null);
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        ExpressionTree returned = tree.getExpression();
        if (returned != null && body.isAsync()) {
            rules.forEach(rule -> rule.asyncReturn(returned, body, reporter));
        }
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExpressionTree called = tree.getMethodSelect();
        boolean named = Names.isAwait(Names.lastOf(called));
        if ((named || body.isAsync())
                && trees.getElement(new TreePath(getCurrentPath(), called))
                        instanceof ExecutableElement method) {
            called(called, method, named);
        }
        return super.visitMethodInvocation(tree, null);
    }

    private void called(ExpressionTree called, ExecutableElement method, boolean named) {
        if (named && Names.isFunction(method)) {
            addSite(called, Site.Kind.AWAIT);
            rules.forEach(rule -> rule.await(called, body, reporter));
        } else if (body.isAsync()) {
            rules.forEach(rule -> rule.callInAsyncBody(called, method, reporter));
        }
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        if (Names.isAwait(tree.getName())
                && trees.getElement(getCurrentPath()) instanceof ExecutableElement method
                && Names.isFunction(method)) {
            addSite(tree, Site.Kind.AWAIT);
            rules.forEach(rule -> rule.awaitReference(tree, reporter));
        }
        return super.visitMemberReference(tree, null);
    }

    private @Nullable Void within(Body inner, Runnable scan) {
        Body outer = body;
        body = inner;
        scan.run();
        body = outer;
        return null;
    }

    private static String nameOf(ClassTree tree) {
        return tree.getSimpleName().isEmpty()
                ? "an anonymous class"
                : tree.getSimpleName().toString();
    }

    private void addSite(Tree tree, Site.Kind kind) {
        LineMap lines = unit.getLineMap();
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        long line = lines == null || start < 0 ? 0 : lines.getLineNumber(start);
        sites.add(new Site(tree, kind, line));
    }
}
