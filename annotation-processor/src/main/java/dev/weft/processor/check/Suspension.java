package dev.weft.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import org.jspecify.annotations.Nullable;

/**
 * A place where code may have to wait: a call or a method reference of one of Weft's functions, or
 * the close of a resource.
 *
 * @param kind what waits there
 * @param path the way to the call, the method reference or the resource
 * @param words what a message calls it
 */
record Suspension(Kind kind, TreePath path, String words) {

    enum Kind {
        AWAIT,
        EMIT,
        EACH,
        CLOSE;

        /** The kind that what has this name may be. */
        static @Nullable Kind named(@Nullable CharSequence name) {
            return switch (String.valueOf(name)) {
                case "await" -> AWAIT;
                case "emit" -> EMIT;
                case "each" -> EACH;
                case "close" -> CLOSE;
                default -> null;
            };
        }
    }

    /** Where a message points: of a call at the name that is called. */
    Tree tree() {
        return path.getLeaf() instanceof MethodInvocationTree call
                ? call.getMethodSelect()
                : path.getLeaf();
    }
}
