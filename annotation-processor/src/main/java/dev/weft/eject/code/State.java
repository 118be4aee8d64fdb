package dev.weft.eject.code;

/** A piece of a body that runs without a stop. */
public final class State implements Part {

    private final Label label;
    private final Block block = new Block(null);

    public State(Label label) {
        this.label = label;
        label.begins(this);
    }

    public Label label() {
        return label;
    }

    public Block block() {
        return block;
    }
}
