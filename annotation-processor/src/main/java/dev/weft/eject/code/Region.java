package dev.weft.eject.code;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** States with the same exception handlers around them: a try, or a whole body. */
public final class Region implements Part {

    /**
     * A handler.
     *
     * @param header what stands between the parentheses
     * @param block how it begins
     */
    public record Handler(Code header, Block block) {}

    private final @Nullable Region outer;
    private final List<Part> parts = new ArrayList<>();
    private final List<Handler> handlers = new ArrayList<>();

    public Region(@Nullable Region outer) {
        this.outer = outer;
        if (outer != null) {
            outer.parts.add(this);
        }
    }

    public @Nullable Region outer() {
        return outer;
    }

    public List<Part> parts() {
        return parts;
    }

    public List<Handler> handlers() {
        return handlers;
    }

    /** All states, also those of tries within, in their order. */
    public List<State> states() {
        List<State> states = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof State state) {
                states.add(state);
            } else if (part instanceof Region region) {
                states.addAll(region.states());
            }
        }
        return states;
    }
}
