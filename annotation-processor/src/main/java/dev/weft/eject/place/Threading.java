package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Step;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a jump to a state that only jumps through an ending do so itself. */
public final class Threading extends Contents {

    private Threading(Map<Node, Code> replacements) {
        super(replacements);
    }

    /** Shortens the ways of a machine. */
    public static void thread(Machine machine, Map<Node, Code> replacements) {
        new Threading(replacements).visit(machine);
    }

    @Override
    void block(Block block) {
        List<Step> steps = block.steps();
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last) instanceof Step.Jump jump && jump.through().isEmpty()) {
            Step.Jump further = only(jump.target());
            if (further != null) {
                steps.set(last, further);
            }
        }
    }

    /** The jump that is all of a state. */
    private static Step.@Nullable Jump only(Label label) {
        List<Step> steps = Reaching.end(label).block().steps();
        return steps.size() == 1 && steps.get(0) instanceof Step.Jump jump ? jump : null;
    }
}
