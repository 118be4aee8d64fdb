package dev.weft.weaver.flow;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Where control may go from each instruction of a method; instructions are told by their index. */
public final class ControlFlow {

    private final List<List<Integer>> successors;
    private final List<List<Integer>> handlers;

    private ControlFlow(List<List<Integer>> successors, List<List<Integer>> handlers) {
        this.successors = successors;
        this.handlers = handlers;
    }

    /** The control flow of {@code method} as it is now. */
    public static ControlFlow of(MethodNode method) {
        InsnList instructions = method.instructions;
        List<List<Integer>> handlers = new ArrayList<>();
        for (int i = 0; i < instructions.size(); i++) handlers.add(List.of());
        for (TryCatchBlockNode range : method.tryCatchBlocks) {
            int handler = instructions.indexOf(range.handler);
            int end = instructions.indexOf(range.end);
            for (int i = instructions.indexOf(range.start); i < end; i++) {
                if (handlers.get(i).isEmpty()) handlers.set(i, new ArrayList<>(1));
                if (!handlers.get(i).contains(handler)) handlers.get(i).add(handler);
            }
        }
        List<List<Integer>> successors = new ArrayList<>();
        for (AbstractInsnNode insn : instructions) successors.add(after(insn, instructions));
        return new ControlFlow(successors, handlers);
    }

    /** How many instructions there are, labels and line numbers counted. */
    public int size() {
        return successors.size();
    }

    /** Whether control may go on to the next instruction. */
    public static boolean continues(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        boolean jumps =
                opcode == Opcodes.GOTO
                        || opcode == Opcodes.TABLESWITCH
                        || opcode == Opcodes.LOOKUPSWITCH;
        return !returns && !jumps && opcode != Opcodes.ATHROW;
    }

    /** Indices of the instructions that may follow without an exception. */
    public List<Integer> successors(int index) {
        return successors.get(index);
    }

    /** Indices of the handlers that an exception out of the instruction may go to. */
    public List<Integer> handlers(int index) {
        return handlers.get(index);
    }

    private static List<Integer> after(AbstractInsnNode insn, InsnList instructions) {
        List<Integer> after = new ArrayList<>(1);
        int next = instructions.indexOf(insn) + 1;
        if (continues(insn) && next < instructions.size()) after.add(next);
        for (LabelNode target : targets(insn)) after.add(instructions.indexOf(target));
        return after;
    }

    /** Where the instruction may jump to. */
    public static List<LabelNode> targets(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump) return List.of(jump.label);
        if (insn instanceof TableSwitchInsnNode table) return and(table.labels, table.dflt);
        if (insn instanceof LookupSwitchInsnNode lookup) return and(lookup.labels, lookup.dflt);
        return List.of();
    }

    private static List<LabelNode> and(List<LabelNode> labels, LabelNode last) {
        List<LabelNode> all = new ArrayList<>(labels);
        all.add(last);
        return all;
    }
}
