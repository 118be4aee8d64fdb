package dev.weft.weaver.plan;

import java.util.BitSet;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** Which locals are variables in scope, as the debugger sees them. */
final class VariableScopes {

    private VariableScopes() {}

    /** The locals whose variables are in scope at an instruction. */
    static BitSet at(MethodNode node, int index) {
        BitSet slots = new BitSet();
        if (node.localVariables == null) return slots;
        InsnList code = node.instructions;
        for (LocalVariableNode variable : node.localVariables) {
            boolean inScope =
                    code.indexOf(variable.start) <= index && index < code.indexOf(variable.end);
            if (inScope) slots.set(variable.index);
        }
        return slots;
    }
}
