package dev.weft.weaver.emit;

import dev.weft.weaver.plan.Saved;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Splits the ranges of the local variable table at the gaps. A variable that is not restored is out
 * of sight until it is assigned again, so that no debugger shows a value that it does not have.
 */
final class LocalVariables {

    /** A class file has room for 65,535 entries; with more than this many, ranges stay whole. */
    private static final int MOST_ENTRIES = 20_000;

    private final MethodNode node;
    private final List<Gap> gaps;
    private final List<LocalVariableNode> split = new ArrayList<>();

    private LocalVariables(MethodNode node, List<Gap> gaps) {
        this.node = node;
        this.gaps = gaps;
    }

    static void leaveOut(List<Gap> gaps, MethodNode node) {
        List<LocalVariableNode> variables = node.localVariables;
        if (variables == null || (long) variables.size() * gaps.size() > MOST_ENTRIES) return;
        LocalVariables tables = new LocalVariables(node, gaps);
        variables.forEach(tables::split);
        node.localVariables = tables.split;
    }

    private void split(LocalVariableNode variable) {
        InsnList code = node.instructions;
        LabelNode start = variable.start;
        int end = code.indexOf(variable.end);
        for (Gap gap : gaps) {
            boolean inside =
                    code.indexOf(start) < code.indexOf(gap.out()) && code.indexOf(gap.back()) < end;
            if (!inside) continue;
            add(variable, start, gap.out());
            LabelNode again = visible(variable, gap) ? gap.back() : afterNextStore(variable, gap);
            if (again == null || code.indexOf(again) >= end) return;
            start = again;
        }
        add(variable, start, variable.end);
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

    private boolean visible(LocalVariableNode variable, Gap gap) {
        Set<Integer> known = new HashSet<>();
        for (Saved saved : gap.point().restored()) known.add(saved.position());
        int firstLocal = firstBehindParameters();
        boolean isNull = gap.point().nulls().contains(variable.index);
        return variable.index < firstLocal || known.contains(variable.index) || isNull;
    }

    private int firstBehindParameters() {
        int arguments = Type.getArgumentsAndReturnSizes(node.desc) >> 2;
        return (node.access & Opcodes.ACC_STATIC) != 0 ? arguments - 1 : arguments;
    }

    private @Nullable LabelNode afterNextStore(LocalVariableNode variable, Gap gap) {
        for (AbstractInsnNode insn = gap.back(); insn != null; insn = insn.getNext()) {
            if (insn instanceof VarInsnNode store
                    && store.var == variable.index
                    && insn.getOpcode() >= Opcodes.ISTORE
                    && insn.getOpcode() <= Opcodes.ASTORE) {
                LabelNode after = new LabelNode();
                node.instructions.insert(insn, after);
                return after;
            }
        }
        return null;
    }
}
