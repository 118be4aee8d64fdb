package dev.weft.weaver.plan;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.prepare.Body;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The receiver and the parameters of a method. Their fields are set when the frame is made and
 * passed at every resumption, so they are stored again only where the code changes them.
 */
final class Parameters {

    private final TreeMap<Integer, Saved> bySlot = new TreeMap<>();
    private final TreeMap<Integer, VerificationType> types = new TreeMap<>();
    private final BitSet assigned = new BitSet();
    private final BitSet passing = new BitSet();
    private final boolean hasReceiver;

    private Parameters(boolean hasReceiver) {
        this.hasReceiver = hasReceiver;
    }

    static Parameters of(Body body) {
        AsyncMethod method = body.method();
        Parameters parameters = new Parameters(!method.isStatic());
        int slot = 0;
        if (!method.isStatic()) slot += parameters.add(slot, "self", ownType(method));
        int number = 0;
        for (Type type : Type.getArgumentTypes(method.node().desc)) {
            slot += parameters.add(slot, "a" + number++, type);
        }
        for (Type hidden : hiddenTypes(method)) {
            parameters.addType(slot, hidden);
            slot += hidden.getSize();
        }
        for (AbstractInsnNode insn : body.node().instructions) parameters.note(insn);
        return parameters;
    }

    private static List<Type> hiddenTypes(AsyncMethod method) {
        Type[] all = Type.getArgumentTypes(method.bodyDescriptor());
        int own = Type.getArgumentTypes(method.node().desc).length;
        return List.of(all).subList(own, all.length);
    }

    private static Type ownType(AsyncMethod method) {
        return Type.getObjectType(method.owner().name);
    }

    private int add(int slot, String name, Type type) {
        addType(slot, type);
        FrameField field = new FrameField(name, type.getDescriptor());
        bySlot.put(slot, new Saved(slot, types.get(slot), field));
        return type.getSize();
    }

    private void addType(int slot, Type type) {
        VerificationType verification = VerificationType.of(type);
        if (verification == null) throw new IllegalArgumentException("a parameter of type void");
        types.put(slot, verification);
    }

    private void note(AbstractInsnNode insn) {
        boolean store =
                insn instanceof VarInsnNode
                        && insn.getOpcode() >= Opcodes.ISTORE
                        && insn.getOpcode() <= Opcodes.ASTORE;
        if (store) assigned.set(((VarInsnNode) insn).var);
        if (insn instanceof IincInsnNode increment) assigned.set(increment.var);
    }

    /** The fields, in the order of the parameters. */
    List<FrameField> fields() {
        return bySlot.values().stream().map(Saved::field).toList();
    }

    /** Finds those of a method that is called directly which no suspension needs. */
    void pass(Collection<BitSet> live) {
        for (int slot : bySlot.keySet()) {
            boolean receiver = hasReceiver && slot == 0;
            passing.set(slot, !receiver && live.stream().noneMatch(needed -> needed.get(slot)));
        }
    }

    /** The fields of what {@link #pass} has found. */
    List<FrameField> passing() {
        return passing.stream().mapToObj(slot -> bySlot.get(slot).field()).toList();
    }

    /** The declared type of a parameter, null for another local. */
    @Nullable VerificationType declared(int slot) {
        return types.get(slot);
    }

    /** The parameters that are needed and may have another value than their fields. */
    List<Saved> changed(BitSet live) {
        List<Saved> changed = new ArrayList<>();
        bySlot.forEach(
                (slot, saved) -> {
                    if (live.get(slot) && assigned.get(slot)) changed.add(saved);
                });
        return changed;
    }

    /** The parameters that are not needed and whose fields are cleared or have an older value. */
    List<Integer> lost(BitSet live) {
        List<Integer> lost = new ArrayList<>();
        bySlot.forEach(
                (slot, saved) -> {
                    boolean changes =
                            assigned.get(slot) || passing.get(slot) || saved.field().isReference();
                    boolean receiver = hasReceiver && slot == 0;
                    if (!live.get(slot) && changes && !receiver) lost.add(slot);
                });
        return lost;
    }

    /** The fields of parameters that are needed. */
    List<FrameField> liveFields(BitSet live) {
        List<FrameField> fields = new ArrayList<>();
        bySlot.forEach(
                (slot, saved) -> {
                    if (live.get(slot)) fields.add(saved.field());
                });
        return fields;
    }

    /**
     * The fields that may be cleared: references, but not the receiver, which every step needs, nor
     * what is passing.
     */
    List<FrameField> clearable() {
        List<FrameField> fields = new ArrayList<>();
        bySlot.forEach(
                (slot, saved) -> {
                    boolean stays = hasReceiver && slot == 0 || passing.get(slot);
                    if (saved.field().isReference() && !stays) fields.add(saved.field());
                });
        return fields;
    }
}
