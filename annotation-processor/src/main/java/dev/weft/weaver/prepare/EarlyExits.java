package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.flow.ControlFlow;
import dev.weft.weaver.flow.TypeWalk;
import dev.weft.weaver.flow.VerificationType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Closes the iterator of a loop that is left before its end. Each jump and return out of the loop
 * makes a detour that awaits the close; what is thrown out of it is caught there, and thrown on
 * when the iterator is closed. The detours stand behind the method's code, and lie in the tries
 * that the loop lies in.
 */
final class EarlyExits {

    private final AsyncMethod method;
    private final MethodNode node;
    private final EachLoop loop;
    private final Detours detours;
    private final Map<AbstractInsnNode, Frame<VerificationType>> types = new IdentityHashMap<>();

    EarlyExits(
            AsyncMethod method,
            MethodNode node,
            EachLoop loop,
            int awaiter,
            Set<MethodInsnNode> suspensions) {
        this.method = method;
        this.node = node;
        this.loop = loop;
        this.detours = new Detours(method, node, loop, awaiter, suspensions);
    }

    void close() {
        nameNewObjects();
        TypeWalk.walk(
                method.owner().name, node, (insn, before) -> types.put(insn, new Frame<>(before)));
        Set<AbstractInsnNode> region = LoopRegion.of(node, loop, types);
        List<AbstractInsnNode> ordered = new ArrayList<>();
        for (AbstractInsnNode insn : node.instructions) {
            if (region.contains(insn)) ordered.add(insn);
        }
        List<LabelNode> bounds = runs(ordered);
        detours.begin();
        for (AbstractInsnNode insn : ordered) {
            if (insn != loop.exhausted()) redirect(insn, region);
        }
        detours.end(bounds);
    }

    /** A frame names an object that is not constructed by a label at its {@code new}. */
    private void nameNewObjects() {
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            if (insn.getOpcode() == Opcodes.NEW && !(insn.getPrevious() instanceof LabelNode)) {
                node.instructions.insertBefore(insn, new LabelNode());
            }
        }
    }

    /** Where the instructions follow each other, the start and the end of each piece. */
    private List<LabelNode> runs(List<AbstractInsnNode> ordered) {
        List<LabelNode> bounds = new ArrayList<>();
        AbstractInsnNode last = null;
        for (AbstractInsnNode insn : ordered) {
            if (last == null || Calls.after(last) != insn) {
                if (last != null) bounds.add(labelBehind(last));
                LabelNode start = new LabelNode();
                node.instructions.insertBefore(insn, start);
                bounds.add(start);
            }
            last = insn;
        }
        if (last != null) bounds.add(labelBehind(last));
        return bounds;
    }

    private LabelNode labelBehind(AbstractInsnNode insn) {
        LabelNode label = new LabelNode();
        node.instructions.insert(insn, label);
        return label;
    }

    private void redirect(AbstractInsnNode insn, Set<AbstractInsnNode> region) {
        Frame<VerificationType> before = types.get(insn);
        assert before != null;
        if (insn.getOpcode() == Opcodes.ARETURN) {
            LabelNode entry = detours.toReturn(insn, before);
            node.instructions.set(insn, new JumpInsnNode(Opcodes.GOTO, entry));
            return;
        }
        Map<LabelNode, LabelNode> moved = new IdentityHashMap<>();
        for (LabelNode target : ControlFlow.targets(insn)) {
            if (region.contains(Calls.after(target)) || moved.containsKey(target)) continue;
            moved.put(target, detours.to(target, insn, TypeWalk.typesAfter(insn, before)));
        }
        if (!moved.isEmpty()) retarget(insn, moved);
        boolean fallsOut = ControlFlow.continues(insn) && !region.contains(Calls.after(insn));
        if (fallsOut) leadOut(insn, TypeWalk.typesAfter(insn, before));
    }

    private static void retarget(AbstractInsnNode insn, Map<LabelNode, LabelNode> moved) {
        if (insn instanceof JumpInsnNode jump) jump.label = moved.get(jump.label);
        if (insn instanceof TableSwitchInsnNode table) {
            replace(table.labels, moved);
            table.dflt = moved.getOrDefault(table.dflt, table.dflt);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            replace(lookup.labels, moved);
            lookup.dflt = moved.getOrDefault(lookup.dflt, lookup.dflt);
        }
    }

    private static void replace(List<LabelNode> labels, Map<LabelNode, LabelNode> moved) {
        ListIterator<LabelNode> each = labels.listIterator();
        while (each.hasNext()) {
            LabelNode label = each.next();
            each.set(moved.getOrDefault(label, label));
        }
    }

    /** Control leaves the loop without a jump: it gets one. */
    private void leadOut(AbstractInsnNode insn, Frame<VerificationType> left) {
        AbstractInsnNode next = Calls.after(insn);
        assert next != null;
        LabelNode back = new LabelNode();
        InsnList entry = new InsnList();
        entry.add(back);
        if (!frameBetween(insn, next)) entry.add(detours.frameOf(left));
        AbstractInsnNode place = next;
        while (place.getPrevious() instanceof FrameNode) place = place.getPrevious();
        node.instructions.insertBefore(place, entry);
        LabelNode detour = detours.to(back, next, left);
        node.instructions.insert(insn, new JumpInsnNode(Opcodes.GOTO, detour));
    }

    private static boolean frameBetween(AbstractInsnNode from, AbstractInsnNode to) {
        AbstractInsnNode insn = from.getNext();
        while (insn != to && !(insn instanceof FrameNode)) insn = insn.getNext();
        return insn != to;
    }
}
