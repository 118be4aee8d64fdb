package dev.weft.weaver.plan;

import dev.weft.weaver.Names;
import dev.weft.weaver.flow.ControlFlow;
import dev.weft.weaver.flow.NeededLocals;
import dev.weft.weaver.plan.Handler.Fate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds what becomes of a failure that a call throws: a stack trace needs no writing where it is
 * caught and nobody looks at it.
 */
final class Handlers {

    private final MethodNode node;
    private final InsnList code;
    private final ControlFlow flow;
    private final NeededLocals needed;
    private final Map<LabelNode, Fate> fates = new HashMap<>();
    private final Map<LabelNode, Optional<AbstractInsnNode>> rethrows = new HashMap<>();

    Handlers(MethodNode node, ControlFlow flow, NeededLocals needed) {
        this.node = node;
        this.code = node.instructions;
        this.flow = flow;
        this.needed = needed;
    }

    /** Those that a failure of {@code insn} may go to, in the order in which they are asked. */
    List<Handler> at(AbstractInsnNode insn) {
        List<Handler> found = new ArrayList<>();
        collect(code.indexOf(insn), found, new HashSet<>());
        return List.copyOf(found);
    }

    private void collect(int index, List<Handler> found, Set<TryCatchBlockNode> passed) {
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            boolean covers = code.indexOf(range.start) <= index && index < code.indexOf(range.end);
            if (!covers) continue;
            boolean any = range.type == null || range.type.equals(Names.THROWABLE);
            AbstractInsnNode thrownOn = any ? onlyRethrow(range.handler) : null;
            if (thrownOn == null || !passed.add(range)) {
                found.add(new Handler(any ? null : range.type, fate(range.handler)));
            } else {
                collect(code.indexOf(thrownOn), found, passed);
                boolean decided = !found.isEmpty() && found.get(found.size() - 1).type() == null;
                if (!decided) found.add(new Handler(null, Fate.THROWN_ON));
            }
            if (any) return;
        }
    }

    private Fate fate(LabelNode handler) {
        return fates.computeIfAbsent(handler, this::findFate);
    }

    private Fate findFate(LabelNode handler) {
        AbstractInsnNode first = next(handler);
        if (first != null && first.getOpcode() == Opcodes.POP) return Fate.UNSEEN;
        if (!isStore(first)) return Fate.SEEN;
        BitSet after = needed.at(code.indexOf(first) + 1);
        return after.get(((VarInsnNode) first).var) ? Fate.SEEN : Fate.UNSEEN;
    }

    /** The one place where a handler throws what it caught, if it does nothing else with it. */
    private @Nullable AbstractInsnNode onlyRethrow(LabelNode handler) {
        return rethrows.computeIfAbsent(handler, h -> Optional.ofNullable(findRethrow(h)))
                .orElse(null);
    }

    private @Nullable AbstractInsnNode findRethrow(LabelNode handler) {
        AbstractInsnNode first = next(handler);
        if (!isStore(first)) return null;
        int slot = ((VarInsnNode) first).var;
        AbstractInsnNode found = null;
        for (AbstractInsnNode load : loads(slot, code.indexOf(first))) {
            AbstractInsnNode use = next(load);
            boolean rethrows = use != null && use.getOpcode() == Opcodes.ATHROW;
            if (!rethrows || found != null) return null;
            found = use;
        }
        return found;
    }

    /** Where the value may be read that is stored into a slot. */
    private List<AbstractInsnNode> loads(int slot, int store) {
        List<AbstractInsnNode> loads = new ArrayList<>();
        BitSet reached = new BitSet();
        Deque<Integer> ahead = new ArrayDeque<>(flow.successors(store));
        while (!ahead.isEmpty()) {
            int index = ahead.pop();
            if (reached.get(index)) continue;
            reached.set(index);
            ahead.addAll(flow.handlers(index));
            if (code.get(index) instanceof VarInsnNode access && access.var == slot) {
                if (access.getOpcode() > Opcodes.ALOAD) continue;
                loads.add(access);
            }
            ahead.addAll(flow.successors(index));
        }
        return loads;
    }

    private static boolean isStore(@Nullable AbstractInsnNode insn) {
        return insn != null && insn.getOpcode() == Opcodes.ASTORE;
    }

    /** The next instruction that does something, null at the end. */
    private static @Nullable AbstractInsnNode next(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) next = next.getNext();
        return next;
    }
}
