package dev.weft.processor.check;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
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

    private static final Body NONE = new Body(Body.Kind.INITIALISER, "", null);

    private final Trees trees;
    private final Attribution attribution;
    private final CompilationUnitTree unit;
    private final List<Rule> rules;
    private final Reporter reporter;
    private final List<Site> sites = new ArrayList<>();
    private Body body = NONE;

    ClassScan(
            Attribution attribution,
            CompilationUnitTree unit,
            List<Rule> rules,
            Reporter reporter) {
        this.trees = attribution.trees();
        this.attribution = attribution;
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
            attribution.contracts().seen(type);
        }
        Body initialiser = new Body(Body.Kind.INITIALISER, nameOf(tree), null);
        return within(initialiser, () -> super.visitClass(tree, null));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        if (!(trees.getElement(getCurrentPath()) instanceof ExecutableElement method)) {
            return super.visitMethod(tree, null);
        }
        Body.Kind kind = Body.Kind.METHOD;
        String name = method.getSimpleName().toString();
        TypeMirror element = null;
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            kind = Body.Kind.CONSTRUCTOR;
            name = body.name();
        } else if (Names.isAsync(method)) {
            kind = Body.Kind.ASYNC_METHOD;
            element = ReturnShape.element(method.getReturnType());
            if (tree.getBody() != null) {
                addSite(tree, Site.Kind.METHOD);
            }
            rules.forEach(rule -> rule.asyncMethod(tree, method, reporter));
        }
        boolean async = kind == Body.Kind.ASYNC_METHOD && tree.getBody() != null;
        return within(
                new Body(kind, name, element),
                () -> {
                    whole(async);
                    super.visitMethod(tree, null);
                });
    }

    private void whole(boolean async) {
        if (async && !rules.isEmpty()) {
            AsyncBody whole = AsyncBody.of(getCurrentPath(), body, attribution);
            rules.forEach(rule -> rule.asyncBody(whole, reporter));
        }
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        TypeMirror target = trees.getTypeMirror(getCurrentPath());
        TypeMirror result =
                EjectedLambdas.has(getCurrentPath(), trees) ? null : attribution.resultOf(target);
        Body.Kind kind = isKnown(target) ? Body.Kind.LAMBDA : Body.Kind.UNKNOWN_LAMBDA;
        TypeMirror element = null;
        if (result != null) {
            kind = Body.Kind.ASYNC_LAMBDA;
            element = ReturnShape.element(result);
            addSite(tree, Site.Kind.LAMBDA);
        }
        return within(
                new Body(kind, Names.simple(target), element), () -> scanLambda(tree, target));
    }

    private void scanLambda(LambdaExpressionTree tree, @Nullable TypeMirror target) {
        whole(body.kind() == Body.Kind.ASYNC_LAMBDA);
        if (tree.getBody() instanceof ExpressionTree value) {
            if (attribution.isVoidFunction(target)) {
                discarded(value);
            } else if (body.isAsync()) {
                returned(value);
            }
        }
        super.visitLambdaExpression(tree, null);
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

    /** A resource is opened inside the blocks of those before it. */
    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        Body around = body;
        if (body.isAsync() && neverCompletes(tree.getFinallyBlock())) {
            body = body.withinJumpingTry();
        }
        Body guarded = body;
        for (Tree resource : tree.getResources()) {
            scan(resource, null);
            opened(new TreePath(getCurrentPath(), resource), tree);
        }
        scan(tree.getBlock(), null);
        body = guarded;
        scan(tree.getCatches(), null);
        body = around;
        return scan(tree.getFinallyBlock(), null);
    }

    private boolean neverCompletes(@Nullable BlockTree block) {
        return block != null && !Completion.isPossible(trees, getCurrentPath(), block);
    }

    private void opened(TreePath resource, TryTree tree) {
        Suspension close = attribution.suspensions().closed(resource, body.isAsync());
        if (close == null) {
            return;
        }
        found(close);
        if (body.isAsync()) {
            rules.forEach(rule -> rule.resource(close, tree, reporter));
            String scope = attribution.scopeOf(resource);
            body = scope == null ? body : body.inScope(scope);
        }
    }

    @Override
    public @Nullable Void visitReturn(ReturnTree tree, @Nullable Void unused) {
        if (tree.getExpression() != null && body.isAsync()) {
            returned(tree.getExpression());
        }
        return super.visitReturn(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(
            ExpressionStatementTree tree, @Nullable Void unused) {
        discarded(tree.getExpression());
        return super.visitExpressionStatement(tree, null);
    }

    private void discarded(ExpressionTree value) {
        TreePath path = new TreePath(getCurrentPath(), value);
        rules.forEach(rule -> rule.discarded(path, body, reporter));
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        if (tree.getKind() == Tree.Kind.PLUS
                && Names.simple(trees.getTypeMirror(getCurrentPath())).equals("String")) {
            TreePath left = new TreePath(getCurrentPath(), tree.getLeftOperand());
            TreePath right = new TreePath(getCurrentPath(), tree.getRightOperand());
            rules.forEach(rule -> rule.concatenated(left, body, reporter));
            rules.forEach(rule -> rule.concatenated(right, body, reporter));
        }
        return super.visitBinary(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        Element declared = trees.getElement(getCurrentPath());
        if (declared != null && declared.getKind() == ElementKind.LOCAL_VARIABLE) {
            rules.forEach(rule -> rule.local(getCurrentPath(), declared, body, reporter));
        }
        return super.visitVariable(tree, null);
    }

    private void returned(ExpressionTree value) {
        TreePath path = new TreePath(getCurrentPath(), value);
        rules.forEach(rule -> rule.asyncReturn(path, body, reporter));
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
            called(method);
        }
        return super.visitMethodInvocation(tree, null);
    }

    private void called(ExecutableElement method) {
        Suspension waiting =
                attribution.suspensions().called(getCurrentPath(), method, body.isAsync());
        if (waiting != null) {
            found(waiting);
        } else {
            rules.forEach(rule -> rule.call(getCurrentPath(), method, body, reporter));
        }
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        if (body.isAsync()
                && trees.getElement(getCurrentPath()) instanceof ExecutableElement constructor) {
            rules.forEach(rule -> rule.made(getCurrentPath(), constructor, body, reporter));
        }
        return super.visitNewClass(tree, null);
    }

    private void found(Suspension suspension) {
        addSite(suspension.tree(), Site.Kind.SUSPENSION);
        rules.forEach(rule -> rule.suspension(suspension, body, reporter));
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        Suspension waiting = attribution.suspensions().referred(getCurrentPath());
        if (waiting != null) {
            addSite(tree, Site.Kind.SUSPENSION);
            rules.forEach(rule -> rule.reference(waiting, reporter));
        } else if (trees.getElement(getCurrentPath()) instanceof ExecutableElement method) {
            rules.forEach(rule -> rule.methodReference(getCurrentPath(), method, body, reporter));
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
