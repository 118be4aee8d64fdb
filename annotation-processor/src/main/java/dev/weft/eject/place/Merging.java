package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Part;
import dev.weft.eject.code.Region;
import dev.weft.eject.code.State;
import dev.weft.eject.code.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one of two states that stand behind each other, if all that leads to one is the other. */
public final class Merging extends Contents {

    private final Map<State, Integer> entries = new HashMap<>();

    private Merging(Map<Node, Code> replacements) {
        super(replacements);
    }

    /** Merges states of a machine. */
    public static void merge(Machine machine, Map<Node, Code> replacements) {
        Merging merging = new Merging(replacements);
        merging.enter(machine.start());
        merging.visit(machine);
        merging.merge(machine.region());
    }

    @Override
    void goes(Label label, Block block) {
        enter(label);
    }

    private void enter(Label label) {
        entries.merge(Reaching.end(label), 1, Integer::sum);
    }

    private void merge(Region region) {
        List<Part> parts = region.parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Region inner) {
                merge(inner);
            } else if (parts.get(i) instanceof State state) {
                Block end = state.block();
                while (i + 1 < parts.size()
                        && parts.get(i + 1) instanceof State next
                        && next == next(end)
                        && entries.get(next) == 1) {
                    end.steps().set(end.steps().size() - 1, new Step.Then(next.block()));
                    next.block().endOf(end);
                    end = next.block();
                    parts.remove(i + 1);
                }
            }
        }
    }

    /** The only state that the end of a block goes to, whatever was before. */
    private static @Nullable State next(Block block) {
        List<Step> steps = block.steps();
        Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        if (last instanceof Step.Jump jump && jump.through().isEmpty()) {
            return Reaching.end(jump.target());
        }
        if (last instanceof Step.Leave leave) {
            Set<State> ways =
                    leave.ending().ways().stream().map(Reaching::end).collect(Collectors.toSet());
            return ways.size() == 1 ? ways.iterator().next() : null;
        }
        return null;
    }
}
