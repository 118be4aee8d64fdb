package dev.weft.eject.lower;

import com.github.javaparser.ast.Node;

/** A place that cannot be kept as plain source. */
public final class Unejectable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Node node;

    public Unejectable(Node node, String reason) {
        super(reason);
        this.node = node;
    }

    /** Where it is. */
    public Node node() {
        return node;
    }
}
