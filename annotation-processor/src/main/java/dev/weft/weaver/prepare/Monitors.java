package dev.weft.weaver.prepare;

import dev.weft.weaver.Refusals;
import dev.weft.weaver.Weaving.Problem;
import dev.weft.weaver.flow.ControlFlow;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Finds awaits between the entry and the exit of a monitor. */
final class Monitors {

    private static final int UNSEEN = -1;

    private Monitors() {}

    static void check(Body body, List<Problem> problems) {
        MethodNode original = body.method().node();
        if ((original.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
            if (!body.suspensions().isEmpty()) {
                report(body, body.suspensions().get(0), problems);
            }
            return;
        }
        if (!entersMonitor(body.node())) return;
        int[] depth = depths(body.node());
        for (MethodInsnNode call : body.suspensions()) {
            if (depth[body.node().instructions.indexOf(call)] > 0) report(body, call, problems);
        }
    }

    private static boolean entersMonitor(MethodNode node) {
        for (AbstractInsnNode insn : node.instructions) {
            if (insn.getOpcode() == Opcodes.MONITORENTER) return true;
        }
        return false;
    }

    private static int[] depths(MethodNode node) {
        ControlFlow flow = ControlFlow.of(node);
        int[] depth = new int[flow.size()];
        Arrays.fill(depth, UNSEEN);
        depth[0] = 0;
        Deque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int index = open.pop();
            for (int next : flow.handlers(index)) visit(next, depth[index], depth, open);
            int after = depth[index] + change(node.instructions.get(index));
            for (int next : flow.successors(index)) visit(next, after, depth, open);
        }
        return depth;
    }

    private static void visit(int index, int value, int[] depth, Deque<Integer> open) {
        if (depth[index] != UNSEEN) return;
        depth[index] = value;
        open.push(index);
    }

    private static int change(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.MONITORENTER -> 1;
            case Opcodes.MONITOREXIT -> -1;
            default -> 0;
        };
    }

    private static void report(Body body, MethodInsnNode call, List<Problem> problems) {
        MethodNode original = body.method().node();
        problems.add(new Problem(original.name, original.desc, lineOf(call), Refusals.MONITOR));
    }

    /** The source line of an instruction, 0 where unknown. */
    static int lineOf(AbstractInsnNode insn) {
        AbstractInsnNode before = insn;
        while (before != null) {
            if (before instanceof LineNumberNode number) return number.line;
            before = before.getPrevious();
        }
        return 0;
    }
}
