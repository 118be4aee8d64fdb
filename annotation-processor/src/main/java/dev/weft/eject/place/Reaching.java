package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Part;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.State;
import dev.weft.eject.code.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds what control comes to: states that nothing leads to, and those that only lead on, go. */
public final class Reaching {

    private final Map<Node, Code> replacements;
    private final Map<State, Region> regions = new LinkedHashMap<>();
    private final Set<State> reached = new HashSet<>();
    private final Set<Region> entered = new HashSet<>();
    private final Deque<State> open = new ArrayDeque<>();

    private Reaching(Map<Node, Code> replacements) {
        this.replacements = replacements;
    }

    /** Leaves the states of a machine that are needed. */
    public static void keep(Machine machine, Map<Node, Code> replacements) {
        Reaching reaching = new Reaching(replacements);
        reaching.place(machine.region());
        reaching.reach(machine.start());
        while (!reaching.open.isEmpty()) {
            reaching.follow(reaching.open.pop());
        }
        reaching.remove(machine.region());
    }

    private void place(Region region) {
        for (Part part : region.parts()) {
            if (part instanceof State state) {
                regions.put(state, region);
            } else if (part instanceof Region inner) {
                place(inner);
            }
        }
    }

    private void reach(Label label) {
        State state = end(label);
        if (reached.add(state)) {
            open.push(state);
        }
    }

    /** Where one comes to in the end. */
    static State end(Label label) {
        State state = Objects.requireNonNull(label.state(), "a label without a state");
        Set<State> passed = new HashSet<>();
        while (passed.add(state)) {
            List<Step> steps = state.block().steps();
            boolean leadsOn =
                    steps.size() == 1
                            && steps.get(0) instanceof Step.Jump jump
                            && jump.through().isEmpty();
            if (!leadsOn) {
                break;
            }
            state = Objects.requireNonNull(((Step.Jump) steps.get(0)).target().state());
        }
        return state;
    }

    private void follow(State state) {
        Labels.of(state.block(), replacements).forEach(this::reach);
        Region region = regions.get(state);
        while (region != null && entered.add(region)) {
            for (Region.Handler handler : region.handlers()) {
                Labels.of(handler.block(), replacements).forEach(this::reach);
            }
            region = region.outer();
        }
    }

    private void remove(Region region) {
        region.parts()
                .removeIf(
                        part -> {
                            if (part instanceof Region inner) {
                                remove(inner);
                                return inner.parts().isEmpty();
                            }
                            return !reached.contains((State) part);
                        });
    }
}
