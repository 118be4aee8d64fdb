package dev.weft.processor.check;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Tells which switch statements have a branch for every value. */
final class Switches {

    private static final Set<String> OLD_SELECTORS =
            Set.of(
                    "char",
                    "byte",
                    "short",
                    "int",
                    "java.lang.Character",
                    "java.lang.Byte",
                    "java.lang.Short",
                    "java.lang.Integer",
                    "java.lang.String");

    private final Trees trees;
    private final TreePath path;

    Switches(Trees trees, TreePath path) {
        this.trees = trees;
        this.path = path;
    }

    /**
     * Those with a default have one, and those that javac lets pass only if they do: with patterns,
     * with null, or over what switches could not always take.
     */
    boolean isExhaustive(SwitchTree tree) {
        return tree.getCases().stream().anyMatch(Switches::saysSo)
                || !isOld(trees.getTypeMirror(new TreePath(path, tree.getExpression())));
    }

    /** A default and a pattern have no expressions. */
    private static boolean saysSo(CaseTree branch) {
        return branch.getExpressions().isEmpty()
                || branch.getExpressions().stream().anyMatch(Switches::isNull);
    }

    private static boolean isNull(ExpressionTree label) {
        return label.getKind() == Tree.Kind.NULL_LITERAL;
    }

    private static boolean isOld(@Nullable TypeMirror selector) {
        if (selector instanceof DeclaredType declared) {
            TypeElement type = (TypeElement) declared.asElement();
            return type.getKind() == ElementKind.ENUM
                    || OLD_SELECTORS.contains(type.getQualifiedName().toString());
        }
        return selector == null || OLD_SELECTORS.contains(selector.toString());
    }
}
