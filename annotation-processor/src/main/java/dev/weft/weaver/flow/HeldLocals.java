package dev.weft.weaver.flow;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Which locals have been given a value, and have not lost it, on every path to an instruction. */
public final class HeldLocals {

    private final InsnList instructions;
    private final ControlFlow flow;
    private final Map<? extends AbstractInsnNode, BitSet> atEntries;
    private final BitSet @Nullable [] before;
    private final Deque<Integer> open = new ArrayDeque<>();

    private HeldLocals(MethodNode method, Map<? extends AbstractInsnNode, BitSet> atEntries) {
        this.instructions = method.instructions;
        this.flow = ControlFlow.of(method);
        this.atEntries = atEntries;
        this.before = new BitSet[flow.size()];
    }

    /**
     * The locals that hold values in {@code method}.
     *
     * @param atEntries where the method is entered anew, the locals that hold values there
     */
    public static HeldLocals of(
            MethodNode method, Map<? extends AbstractInsnNode, BitSet> atEntries) {
        HeldLocals held = new HeldLocals(method, atEntries);
        held.meet(0, parameters(method));
        while (!held.open.isEmpty()) held.propagate(held.open.pop());
        return held;
    }

    private static BitSet parameters(MethodNode method) {
        int slots = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        boolean isStatic = (method.access & Opcodes.ACC_STATIC) != 0;
        BitSet parameters = new BitSet();
        parameters.set(0, isStatic ? slots - 1 : slots);
        return parameters;
    }

    private void propagate(int index) {
        BitSet held = before[index];
        if (held == null) return;
        AbstractInsnNode insn = instructions.get(index);
        BitSet after = (BitSet) atEntries.getOrDefault(insn, held).clone();
        if (insn instanceof VarInsnNode store && store.getOpcode() >= Opcodes.ISTORE) {
            after.set(store.var);
        }
        for (int next : flow.successors(index)) meet(next, after);
        List<Integer> handlers = flow.handlers(index);
        for (int handler : handlers) meet(handler, held);
        for (int handler : handlers) meet(handler, after);
    }

    private void meet(int index, BitSet held) {
        BitSet known = before[index];
        if (known == null) {
            before[index] = (BitSet) held.clone();
            open.push(index);
            return;
        }
        int size = known.cardinality();
        known.and(held);
        if (known.cardinality() < size) open.push(index);
    }

    /** Whether a local holds a value before the instruction; so it does where none ever comes. */
    public boolean holds(int local, int index) {
        BitSet held = before[index];
        return held == null || held.get(local);
    }
}
