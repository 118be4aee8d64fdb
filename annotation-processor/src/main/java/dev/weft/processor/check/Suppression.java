package dev.weft.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Arrays;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** What {@code @SuppressWarnings} around a place says of a check. */
final class Suppression {

    private static final String ALL_OF_WEFT = "weft";

    private Suppression() {}

    /** Whether a variable, method or class around the place silences the check. */
    static boolean isAround(Trees trees, @Nullable TreePath place, Check check) {
        for (TreePath path = place; path != null; path = path.getParentPath()) {
            if (isDeclaration(path.getLeaf()) && silences(trees.getElement(path), check)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeclaration(Tree tree) {
        return tree instanceof VariableTree
                || tree instanceof MethodTree
                || tree instanceof ClassTree;
    }

    private static boolean silences(@Nullable Element declared, Check check) {
        SuppressWarnings written =
                declared == null ? null : declared.getAnnotation(SuppressWarnings.class);
        return written != null
                && Arrays.stream(written.value())
                        .anyMatch(
                                name ->
                                        name.equals(ALL_OF_WEFT)
                                                || name.equals(ALL_OF_WEFT + ":" + check.id()));
    }
}
