package dev.weft.eject.code;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.List;

/**
 * Source text with gaps, which are filled when names and numbers are known.
 *
 * @param parts texts, {@link Node}s that are printed as they stand or as what has taken their
 *     place, {@link Original}s, {@link Variable}s, {@link Label}s, {@link Step.Jump}s, {@link
 *     Machine}s and further codes
 */
public record Code(List<Object> parts) {

    /** A node as it stands, when something else has taken its place. */
    public record Original(Node node) {}

    /** A piece of source that must not be touched: a label of a switch. */
    public record Untouched(Node node) {}

    /** A call whose method has another name here, and no scope. */
    public record Renamed(MethodCallExpr call, String name) {}

    /** A statement that stands before a jump which takes the place of one statement. */
    public record Braced(Code statement) {}

    public static Code of(Object... parts) {
        return new Code(List.of(parts));
    }
}
