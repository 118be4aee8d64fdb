package dev.weft.eject.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Steps one after the other: a state, or a branch in one. */
public final class Block {

    private @Nullable Block outer;
    private final List<Step> steps = new ArrayList<>();

    /** A block within another; null for that of a state. */
    public Block(@Nullable Block outer) {
        this.outer = outer;
    }

    public @Nullable Block outer() {
        return outer;
    }

    /** Says that this block, which was that of a state, is now the end of another one. */
    public void endOf(Block other) {
        outer = other;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Whether this block is the other one, or stands within it. */
    public boolean isWithin(Block other) {
        for (Block block = this; block != null; block = block.outer) {
            if (block == other) {
                return true;
            }
        }
        return false;
    }
}
