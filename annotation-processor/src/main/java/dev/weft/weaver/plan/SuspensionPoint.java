package dev.weft.weaver.plan;

import dev.weft.weaver.flow.VerificationType;
import java.util.List;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What happens around one call that may suspend.
 *
 * @param state the frame's state while the method is suspended here, from 1
 * @param call the call
 * @param direct whether it calls another body of the class
 * @param line its line in the source, 0 where unknown
 * @param subject type of what it waits for: the first thing that the call takes
 * @param stored locals to store on suspension
 * @param restored locals to load on resumption; parameters come back by themselves
 * @param nulls locals that are known to be null
 * @param lost parameters that come back without the value they had, for nobody reads it
 * @param operands what lies on the stack below the call's arguments, from the bottom
 * @param savedOperands those of the operands that are kept; the others are null
 * @param cleared fields that would keep alive what the method no longer needs
 * @param locals types of all locals behind the call, by slot
 * @param handlers what becomes of failures here, in the order in which it is asked
 */
public record SuspensionPoint(
        int state,
        MethodInsnNode call,
        boolean direct,
        int line,
        VerificationType subject,
        List<Saved> stored,
        List<Saved> restored,
        List<Integer> nulls,
        List<Integer> lost,
        List<VerificationType> operands,
        List<Saved> savedOperands,
        List<FrameField> cleared,
        List<VerificationType> locals,
        List<Handler> handlers) {

    @Override
    public String toString() {
        return "%d line %d: store %s operands %s clear %s, load %s null %s"
                .formatted(state, line, stored, savedOperands, cleared, restored, nulls);
    }
}
