package dev.weft.weaver.flow;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which locals may still be read, before each instruction. */
public final class Liveness {

    private final BitSet[] before;

    private Liveness(BitSet[] before) {
        this.before = before;
    }

    /** The liveness of the locals of {@code method}. */
    public static Liveness of(MethodNode method, ControlFlow flow) {
        InsnList instructions = method.instructions;
        BitSet[] before = new BitSet[flow.size()];
        for (int i = 0; i < before.length; i++) before[i] = new BitSet();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = before.length - 1; i >= 0; i--) {
                changed |= update(instructions.get(i), i, flow, before);
            }
        }
        return new Liveness(before);
    }

    private static boolean update(
            AbstractInsnNode insn, int index, ControlFlow flow, BitSet[] before) {
        BitSet live = new BitSet();
        for (int next : flow.successors(index)) live.or(before[next]);
        if (insn instanceof VarInsnNode access) {
            live.set(access.var, access.getOpcode() <= Opcodes.ALOAD);
        } else if (insn instanceof IincInsnNode increment) {
            live.set(increment.var);
        }
        for (int handler : flow.handlers(index)) live.or(before[handler]);
        boolean changed = !live.equals(before[index]);
        before[index] = live;
        return changed;
    }

    /** The locals that may be read at or after the instruction with this index. */
    public BitSet before(int index) {
        return before[index];
    }
}
