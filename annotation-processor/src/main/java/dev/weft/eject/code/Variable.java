package dev.weft.eject.code;

import org.jspecify.annotations.Nullable;

/** A variable of a body: the user's, or one that holds what an expression has come to. */
public final class Variable {

    /** Where the variable comes from. */
    public enum Kind {
        /** The user's, declared in the body. */
        LOCAL,
        /** The user's, given by the caller. */
        PARAMETER,
        /** Declared by a pattern or a catch clause: it is there before it is saved. */
        BOUND,
        /** Ours. */
        TEMPORARY
    }

    private final Kind kind;
    private final String type;
    private String name;
    private String declaredName;
    private @Nullable Block home;
    private boolean field;
    private boolean captured;
    private boolean assigned;

    public Variable(Kind kind, String type, String name) {
        this.kind = kind;
        this.type = type;
        this.name = name;
        this.declaredName = name;
    }

    public Kind kind() {
        return kind;
    }

    /** Its type as source text. */
    public String type() {
        return type;
    }

    public String name() {
        return name;
    }

    public void rename(String other) {
        name = other;
        declaredName = other;
    }

    /** Its name where it is declared: of a lambda's parameter not that of the field. */
    public String declaredName() {
        return declaredName;
    }

    public void declareAs(String other) {
        declaredName = other;
    }

    /** The block that declares it; null for a parameter. */
    public @Nullable Block home() {
        return home;
    }

    public void declaredIn(Block block) {
        home = block;
    }

    /** Whether it lives across states, in a field of the machine. */
    public boolean isField() {
        return field;
    }

    public void becomeField() {
        field = true;
    }

    /** Whether a lambda or class inside of the body reads it. */
    public boolean isCaptured() {
        return captured;
    }

    public void capture() {
        captured = true;
    }

    /** Whether it changes after it was declared. */
    public boolean isAssigned() {
        return assigned;
    }

    public void assign() {
        assigned = true;
    }
}
