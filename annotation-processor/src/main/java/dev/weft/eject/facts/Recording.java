package dev.weft.eject.facts;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.weft.eject.facts.Fact.Kind;
import dev.weft.eject.facts.Fact.Place;
import dev.weft.processor.check.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what javac knows of a source while its trees are attributed. Of what begins at one
 * place the outer comes before the inner: that is how the nodes of another tree find theirs, as
 * javac does not tell where a node ends.
 */
public final class Recording extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private static final Set<String> NO_FIELDS = Set.of("class", "this", "super");

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final UnaryOperator<@Nullable TypeMirror> asyncResult;
    private final Map<Place, List<Fact>> facts = new HashMap<>();
    private boolean opaqueAsync;
    private final List<Integer> opaque = new ArrayList<>();
    private final TreeMap<Integer, Tree> places = new TreeMap<>();

    /**
     * Begins a recording.
     *
     * @param asyncResult what a lambda of a type returns if it is async, null if it is not
     */
    public Recording(
            Trees trees,
            CompilationUnitTree unit,
            UnaryOperator<@Nullable TypeMirror> asyncResult) {
        this.trees = trees;
        this.unit = unit;
        this.asyncResult = asyncResult;
    }

    /** The file that is recorded. */
    public CompilationUnitTree unit() {
        return unit;
    }

    /** Where enums and interfaces begin that are declared in a method. */
    public List<Integer> opaque() {
        return opaque;
    }

    /** Whether there are async methods where the parser cannot look. */
    public boolean isOpaqueAsync() {
        return opaqueAsync;
    }

    /** Whether a class of this compilation has a static block. */
    boolean hasStaticBlock(TypeElement type) {
        ClassTree tree = trees.getTree(type);
        return tree != null
                && tree.getMembers().stream()
                        .anyMatch(member -> member instanceof BlockTree block && block.isStatic());
    }

    /** What a message about a place can point at. */
    public Tree treeAt(int offset) {
        Map.Entry<Integer, Tree> nearest = places.floorEntry(offset);
        return nearest == null ? unit : nearest.getValue();
    }

    Map<Place, List<Fact>> facts() {
        return facts;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        add(Kind.CLASS, tree, tree.getSimpleName().toString());
        if (trees.getElement(getCurrentPath()) instanceof TypeElement type && isOpaque(type)) {
            opaque.add(start(tree));
        }
        return super.visitClass(tree, null);
    }

    private static boolean isOpaque(TypeElement type) {
        return type.getNestingKind() == NestingKind.LOCAL
                && (type.getKind() == ElementKind.ENUM || type.getKind().isInterface());
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        add(Kind.METHOD, tree, tree.getName().toString());
        Element method = trees.getElement(getCurrentPath());
        if (method != null
                && method.getEnclosingElement() instanceof TypeElement owner
                && isOpaque(owner)
                && Names.isAsync(method)
                && tree.getBody() != null) {
            opaqueAsync = true;
        }
        return super.visitMethod(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        add(Kind.VARIABLE, tree, tree.getName().toString());
        return super.visitVariable(tree, null);
    }

    /** What is called is a node of its own in javac's trees only. */
    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        Element method = trees.getElement(new TreePath(getCurrentPath(), tree.getMethodSelect()));
        if (method instanceof ExecutableElement && method.getKind() == ElementKind.METHOD) {
            TypeMirror type = trees.getTypeMirror(getCurrentPath());
            add(new Place(Kind.CALL, start(tree), ""), new Fact(method, type, null));
        }
        scan(tree.getTypeArguments(), null);
        if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            scan(select.getExpression(), null);
        }
        return scan(tree.getArguments(), null);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        add(Kind.NAME, tree, "");
        return super.visitIdentifier(tree, null);
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        if (!NO_FIELDS.contains(tree.getIdentifier().toString())) {
            add(Kind.FIELD, tree, "");
        }
        return super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        add(Kind.NEW, tree, "");
        return super.visitNewClass(tree, null);
    }

    @Override
    public @Nullable Void visitConditionalExpression(
            ConditionalExpressionTree tree, @Nullable Void unused) {
        add(Kind.CHOICE, tree, "");
        return super.visitConditionalExpression(tree, null);
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        add(Kind.SWITCH, tree, "");
        return super.visitSwitchExpression(tree, null);
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        add(Kind.CAST, tree, "");
        return super.visitTypeCast(tree, null);
    }

    @Override
    public @Nullable Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
        add(Kind.NEW_ARRAY, tree, "");
        return super.visitNewArray(tree, null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        TypeMirror type = trees.getTypeMirror(getCurrentPath());
        Fact fact = new Fact(null, type, asyncResult.apply(type));
        add(new Place(Kind.LAMBDA, start(tree), ""), fact);
        return super.visitLambdaExpression(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        add(Kind.REFERENCE, tree, "");
        return super.visitMemberReference(tree, null);
    }

    private void add(Kind kind, Tree tree, String name) {
        Element element = trees.getElement(getCurrentPath());
        TypeMirror type = trees.getTypeMirror(getCurrentPath());
        add(new Place(kind, start(tree), name), new Fact(element, type, null));
    }

    private void add(Place place, Fact fact) {
        places.putIfAbsent(place.start(), getCurrentPath().getLeaf());
        facts.computeIfAbsent(place, first -> new ArrayList<>()).add(fact);
    }

    private int start(Tree tree) {
        return (int) trees.getSourcePositions().getStartPosition(unit, tree);
    }
}
