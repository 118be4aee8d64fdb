package dev.weft.processor.report;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.weft.processor.check.Site;
import dev.weft.processor.report.Mark.Target;
import dev.weft.weaver.MethodFacts.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads off attributed trees where something waits, and for what. */
final class Marks {

    private static final Pattern PACKAGES = Pattern.compile("(?<![\\w$.])(?:[a-z_][\\w$]*\\.)+");
    private static final Pattern DECORATION = Pattern.compile("@[\\w.]+ |capture#\\d+ of ");

    private final Trees trees;
    private final SourcePositions positions;
    private final CompilationUnitTree unit;

    private Marks(Trees trees, CompilationUnitTree unit) {
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.unit = unit;
    }

    /** The marks of what the checks have seen. */
    static List<Mark> of(Trees trees, CompilationUnitTree unit, List<Site> sites) {
        Marks marks = new Marks(trees, unit);
        List<Mark> found = new ArrayList<>();
        for (Site site : sites) {
            if (site.kind() != Site.Kind.SUSPENSION) continue;
            TreePath path = TreePath.getPath(unit, site.tree());
            if (path != null && !(path.getLeaf() instanceof MemberReferenceTree)) {
                found.add(marks.mark(path));
            }
        }
        return found;
    }

    /** The checks point at the name that is called; what waits is the call. */
    private Mark mark(TreePath named) {
        if (named.getParentPath().getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() == named.getLeaf()) {
            return mark(named.getParentPath(), call);
        }
        Tree resource = named.getLeaf();
        int from = start(resource);
        int end = end(resource);
        String type = simple(trees.getTypeMirror(named));
        int to =
                resource instanceof VariableTree declared && declared.getInitializer() != null
                        ? start(declared.getInitializer())
                        : end;
        return new Mark(Kind.CLOSE, from, to, end, type, Target.NONE);
    }

    private Mark mark(TreePath path, MethodInvocationTree call) {
        String name = name(call);
        int to = end(call.getMethodSelect());
        int from = to - name.length();
        Kind kind =
                switch (name) {
                    case "await" -> Kind.AWAIT;
                    case "emit" -> Kind.EMIT;
                    case "each" -> Kind.EACH;
                    default -> Kind.CLOSE;
                };
        if (kind == Kind.CLOSE) {
            String type = simple(receiver(path, call));
            return new Mark(kind, from, to, end(call), type, Target.NONE);
        }
        TreePath argument = new TreePath(path, call.getArguments().get(0));
        String type = simple(trees.getTypeMirror(argument));
        return new Mark(kind, from, to, end(call), type, target(argument));
    }

    private static String name(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                ? select.getIdentifier().toString()
                : call.getMethodSelect().toString();
    }

    private int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    private int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    private @Nullable TypeMirror receiver(TreePath path, MethodInvocationTree call) {
        TreePath select = new TreePath(path, call.getMethodSelect());
        return select.getLeaf() instanceof MemberSelectTree member
                ? trees.getTypeMirror(new TreePath(select, member.getExpression()))
                : null;
    }

    /** Where the async method is whose call is awaited. */
    private Target target(TreePath awaited) {
        if (!(awaited.getLeaf() instanceof MethodInvocationTree call)) return Target.NONE;
        ExpressionTree select = call.getMethodSelect();
        Element called = trees.getElement(new TreePath(awaited, select));
        if (!(called instanceof ExecutableElement method) || !hasAsyncBody(method)) {
            return Target.NONE;
        }
        Element type = method;
        while (type.getEnclosingElement() instanceof TypeElement outer) type = outer;
        String name = ((TypeElement) type).getQualifiedName().toString().replace('.', '/');
        return new Target(name + ".java", method.getSimpleName().toString());
    }

    private static boolean hasAsyncBody(Element method) {
        return !method.getModifiers().contains(Modifier.ABSTRACT)
                && method.getAnnotationMirrors().stream()
                        .anyMatch(
                                marked ->
                                        marked.getAnnotationType()
                                                .toString()
                                                .equals("dev.weft.Async"));
    }

    /** A type as it stands in a source, without packages. */
    private static String simple(@Nullable TypeMirror type) {
        if (type == null) return "";
        String plain = DECORATION.matcher(type.toString()).replaceAll("");
        return PACKAGES.matcher(plain).replaceAll("").replace(",", ", ");
    }
}
