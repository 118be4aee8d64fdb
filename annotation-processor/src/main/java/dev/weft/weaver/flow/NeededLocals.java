package dev.weft.weaver.flow;

import java.util.BitSet;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which locals must keep their values: those that may still be read, and for a debugger's sake
 * every variable in scope.
 */
public final class NeededLocals {

    private final MethodNode method;
    private final Liveness liveness;
    private final boolean keepVariables;

    private NeededLocals(MethodNode method, Liveness liveness, boolean keepVariables) {
        this.method = method;
        this.liveness = liveness;
        this.keepVariables = keepVariables;
    }

    /**
     * The needs of {@code method}, whose instructions must not move while they are asked for.
     *
     * @param keepVariables whether variables in scope are needed although nobody reads them
     */
    public static NeededLocals of(MethodNode method, ControlFlow flow, boolean keepVariables) {
        return new NeededLocals(method, Liveness.of(method, flow), keepVariables);
    }

    /** The locals that are needed at or after the instruction with this index. */
    public BitSet at(int index) {
        if (!keepVariables || method.localVariables == null) return liveness.before(index);
        BitSet needed = (BitSet) liveness.before(index).clone();
        InsnList code = method.instructions;
        for (LocalVariableNode variable : method.localVariables) {
            boolean inScope =
                    code.indexOf(variable.start) <= index && index < code.indexOf(variable.end);
            if (inScope) needed.set(variable.index);
        }
        return needed;
    }
}
