package dev.weft.eject.code;

import org.jspecify.annotations.Nullable;

/** A place that control may go to. It is a state if something does. */
public final class Label {

    private boolean used;
    private @Nullable State state;
    private int number = -1;

    /** Says that something goes here. */
    public Label use() {
        used = true;
        return this;
    }

    /** Whether anything goes here. */
    public boolean isUsed() {
        return used;
    }

    /** The state that begins here. */
    public @Nullable State state() {
        return state;
    }

    void begins(State begun) {
        state = begun;
    }

    /** The number of the state that control comes to here. */
    public int number() {
        return number;
    }

    public void number(int given) {
        number = given;
    }
}
