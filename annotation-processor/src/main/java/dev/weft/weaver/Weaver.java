package dev.weft.weaver;

/** Rewrites the async methods of one class into continuation state machines. */
public final class Weaver {

    private final TypeOracle types;
    private final boolean keepLocals;

    /**
     * @param types tells of other classes
     * @param keepLocals whether every variable in scope is kept across an await, for the debugger
     */
    public Weaver(TypeOracle types, boolean keepLocals) {
        this.types = types;
        this.keepLocals = keepLocals;
    }

    /**
     * Weaves one class file. Never throws for what a class file may contain.
     *
     * @throws IllegalArgumentException if the class file is of a version that is not known here
     */
    public Weaving weave(byte[] classFile) {
        return new Weaving.Untouched();
    }
}
