package dev.weft.weaver.prepare;

import dev.weft.weaver.Refusals;
import dev.weft.weaver.Weaving.Problem;
import dev.weft.weaver.flow.TypeWalk;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Uninitialized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * An object that is made but not constructed yet cannot be saved. Where an await stands among a
 * constructor's arguments, the object is made again right before the constructor call, and null
 * stands for it until then. The first {@code new} stays, for the class is initialised there.
 */
final class DeferredNews {

    /** A constructor call: where it is, and how many copies of its object lie below the first. */
    private record Construction(MethodInsnNode call, TypeInsnNode made, int copies) {}

    private final Body body;
    private final MethodNode node;
    private final int firstSpare;
    private final List<Problem> problems;
    private final Set<AbstractInsnNode> deferred = new HashSet<>();
    private final List<Construction> constructions = new ArrayList<>();

    DeferredNews(Body body, List<Problem> problems) {
        this.body = body;
        this.node = body.node();
        this.firstSpare = node.maxLocals;
        this.problems = problems;
    }

    void defer() {
        Set<AbstractInsnNode> suspensions = new HashSet<>(body.suspensions());
        String owner = body.method().owner().name;
        TypeWalk.walk(
                owner,
                node,
                (insn, types) -> {
                    if (suspensions.contains(insn)) collect(types);
                });
        if (deferred.isEmpty()) return;
        TypeWalk.walk(owner, node, this::collectConstruction);
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            if (insn instanceof FrameNode frame) withoutDeferred(frame);
        }
        deferred.forEach(this::replaceByNull);
        constructions.forEach(this::makeAgain);
    }

    private void collect(Frame<VerificationType> types) {
        for (int i = 0; i < types.getLocals(); i++) collect(types.getLocal(i));
        for (int i = 0; i < types.getStackSize(); i++) collect(types.getStack(i));
    }

    private void collect(VerificationType type) {
        if (type instanceof Uninitialized object) deferred.add(object.newInsn());
    }

    private void collectConstruction(AbstractInsnNode insn, Frame<VerificationType> types) {
        Uninitialized object = TypeWalk.constructedBy(insn, types);
        if (object == null || !deferred.contains(object.newInsn())) return;
        MethodInsnNode call = (MethodInsnNode) insn;
        int target = types.getStackSize() - 1 - Type.getArgumentTypes(call.desc).length;
        int copies = 0;
        while (copies < target && types.getStack(target - 1 - copies).equals(object)) copies++;
        for (int i = 0; i < target - copies; i++) {
            if (types.getStack(i).equals(object)) refuse(call);
        }
        if (copies > 1) refuse(call);
        constructions.add(new Construction(call, (TypeInsnNode) object.newInsn(), copies));
    }

    private void refuse(MethodInsnNode call) {
        MethodNode original = body.method().node();
        problems.add(
                new Problem(
                        original.name,
                        original.desc,
                        Monitors.lineOf(call),
                        Refusals.ENTANGLED_NEW));
    }

    private void withoutDeferred(FrameNode frame) {
        frame.local = withoutDeferred(frame.local);
        frame.stack = withoutDeferred(frame.stack);
    }

    private @Nullable List<Object> withoutDeferred(@Nullable List<Object> types) {
        if (types == null) return null;
        List<Object> result = new ArrayList<>(types);
        result.replaceAll(
                type ->
                        type instanceof LabelNode
                                        && deferred.contains(
                                                ((Uninitialized) VerificationType.fromFrame(type))
                                                        .newInsn())
                                ? Opcodes.NULL
                                : type);
        return result;
    }

    private void replaceByNull(AbstractInsnNode newInsn) {
        InsnList placeholder = new InsnList();
        placeholder.add(new InsnNode(Opcodes.POP));
        placeholder.add(new InsnNode(Opcodes.ACONST_NULL));
        node.instructions.insert(newInsn, placeholder);
    }

    private void makeAgain(Construction construction) {
        MethodInsnNode call = construction.call();
        Type[] arguments = Type.getArgumentTypes(call.desc);
        int[] saved = new int[arguments.length];
        InsnList before = new InsnList();
        int next = firstSpare;
        for (int i = arguments.length - 1; i >= 0; i--) {
            saved[i] = next;
            next += arguments[i].getSize();
            before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ISTORE), saved[i]));
        }
        for (int i = 0; i <= construction.copies(); i++) before.add(new InsnNode(Opcodes.POP));
        before.add(new TypeInsnNode(Opcodes.NEW, construction.made().desc));
        for (int i = 0; i < construction.copies(); i++) before.add(new InsnNode(Opcodes.DUP));
        for (int i = 0; i < arguments.length; i++) {
            before.add(new VarInsnNode(arguments[i].getOpcode(Opcodes.ILOAD), saved[i]));
        }
        node.instructions.insertBefore(call, before);
        node.maxLocals = Math.max(node.maxLocals, next);
    }
}
