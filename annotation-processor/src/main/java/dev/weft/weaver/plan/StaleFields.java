package dev.weft.weaver.plan;

import dev.weft.weaver.flow.ControlFlow;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Finds the fields that may still hold an object when a suspension is reached that does not keep
 * it. They are cleared there, so that a frame keeps nothing alive that the method is done with.
 */
final class StaleFields {

    private final List<FrameField> fields;
    private final Map<MethodInsnNode, BitSet> keptAt = new HashMap<>();

    /**
     * @param fields the fields that hold references
     * @param keptAt for each suspension, the fields that hold what is needed after it
     */
    StaleFields(List<FrameField> fields, Map<MethodInsnNode, Set<FrameField>> keptAt) {
        this.fields = fields;
        keptAt.forEach((call, kept) -> this.keptAt.put(call, bits(kept)));
    }

    /**
     * The fields to clear at each suspension.
     *
     * @param atEntry fields that are set when the method starts
     */
    Map<MethodInsnNode, List<FrameField>> find(
            InsnList instructions, ControlFlow flow, Set<FrameField> atEntry) {
        BitSet[] before = new BitSet[flow.size()];
        for (int i = 0; i < before.length; i++) before[i] = new BitSet();
        before[0] = bits(atEntry);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < before.length; i++) {
                changed |= propagate(keptAt.get(instructions.get(i)), flow, before, i);
            }
        }
        Map<MethodInsnNode, List<FrameField>> stale = new HashMap<>();
        keptAt.forEach(
                (call, kept) -> {
                    BitSet held = (BitSet) before[instructions.indexOf(call)].clone();
                    held.andNot(kept);
                    stale.put(call, held.stream().mapToObj(fields::get).toList());
                });
        return stale;
    }

    private static boolean propagate(
            @Nullable BitSet kept, ControlFlow flow, BitSet[] before, int index) {
        BitSet after = before[index];
        if (kept != null) {
            after = (BitSet) after.clone();
            after.or(kept);
        }
        boolean changed = false;
        for (int next : flow.successors(index)) changed |= add(before[next], after);
        for (int next : flow.handlers(index)) changed |= add(before[next], after);
        return changed;
    }

    private static boolean add(BitSet to, BitSet from) {
        int size = to.cardinality();
        to.or(from);
        return to.cardinality() > size;
    }

    private BitSet bits(Set<FrameField> set) {
        BitSet bits = new BitSet();
        for (int i = 0; i < fields.size(); i++) bits.set(i, set.contains(fields.get(i)));
        return bits;
    }
}
