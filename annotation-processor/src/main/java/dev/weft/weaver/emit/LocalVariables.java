package dev.weft.weaver.emit;

import dev.weft.weaver.flow.HeldLocals;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Splits the ranges of the local variable table. A variable that a resumption does not bring back
 * is out of sight until it is assigned again, so that no debugger shows a value that it does not
 * have.
 */
final class LocalVariables {

    /** A class file has room for 65,535 entries; with more than this many, ranges stay whole. */
    private static final int MOST_ENTRIES = 20_000;

    private final MethodNode node;
    private final HeldLocals held;
    private final List<LocalVariableNode> split = new ArrayList<>();
    private final Map<AbstractInsnNode, LabelNode> labels = new HashMap<>();

    private LocalVariables(MethodNode node, HeldLocals held) {
        this.node = node;
        this.held = held;
    }

    /** To be called when the code is complete. */
    static void showWhereTheyHold(List<Gap> gaps, MethodNode node) {
        List<LocalVariableNode> variables = node.localVariables;
        if (variables == null || (long) variables.size() * gaps.size() > MOST_ENTRIES) return;
        LocalVariables tables =
                new LocalVariables(node, HeldLocals.of(node, atResumptions(gaps, node)));
        variables.forEach(tables::split);
        tables.labels.forEach(node.instructions::insertBefore);
        node.localVariables = tables.split;
    }

    private static Map<LabelNode, BitSet> atResumptions(List<Gap> gaps, MethodNode node) {
        int parameters = Type.getArgumentsAndReturnSizes(node.desc) >> 2;
        Map<LabelNode, BitSet> held = new HashMap<>();
        for (Gap gap : gaps) {
            BitSet back = new BitSet();
            back.set(0, (node.access & Opcodes.ACC_STATIC) != 0 ? parameters - 1 : parameters);
            gap.point().lost().forEach(back::clear);
            held.put(gap.resume(), back);
        }
        return held;
    }

    private void split(LocalVariableNode variable) {
        InsnList code = node.instructions;
        LabelNode from = variable.start;
        boolean visible = true;
        for (AbstractInsnNode insn = variable.start; insn != variable.end; insn = insn.getNext()) {
            boolean holds = held.holds(variable.index, code.indexOf(insn));
            if (insn.getOpcode() < 0 || holds == visible) continue;
            LabelNode here = labels.computeIfAbsent(insn, i -> new LabelNode());
            if (visible) add(variable, from, here);
            from = here;
            visible = holds;
        }
        if (visible) add(variable, from, variable.end);
    }

    private void add(LocalVariableNode variable, LabelNode from, LabelNode to) {
        split.add(
                new LocalVariableNode(
                        variable.name,
                        variable.desc,
                        variable.signature,
                        from,
                        to,
                        variable.index));
    }
}
