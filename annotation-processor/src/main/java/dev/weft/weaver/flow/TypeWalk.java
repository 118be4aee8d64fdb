package dev.weft.weaver.flow;

import dev.weft.weaver.flow.VerificationType.Primitive;
import dev.weft.weaver.flow.VerificationType.Reference;
import dev.weft.weaver.flow.VerificationType.Uninitialized;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Walks a method's instructions once, in order, with the types of locals and operands. Where paths
 * meet, the compiler has written down the types already; so nothing is merged and no other class is
 * looked at.
 */
public final class TypeWalk {

    /** Sees each reachable instruction. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param insn the instruction
         * @param before types before it; good only during the call
         */
        void visit(AbstractInsnNode insn, Frame<VerificationType> before);
    }

    private static final TypeInterpreter INTERPRETER = new TypeInterpreter();

    private final MethodNode method;

    private TypeWalk(MethodNode method) {
        this.method = method;
    }

    /** Walks {@code method} of the class {@code owner}. */
    public static void walk(String owner, MethodNode method, Visitor visitor) {
        new TypeWalk(method).run(owner, visitor);
    }

    private void run(String owner, Visitor visitor) {
        Frame<VerificationType> types = entry(owner);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode frame) types = declared(frame);
            if (insn.getOpcode() < 0 || types == null) continue;
            visitor.visit(insn, types);
            types = after(insn, types);
        }
    }

    private Frame<VerificationType> empty() {
        return new Frame<>(method.maxLocals, method.maxStack);
    }

    private Frame<VerificationType> entry(String owner) {
        Frame<VerificationType> types = empty();
        for (int i = 0; i < method.maxLocals; i++) types.setLocal(i, Primitive.TOP);
        int slot = 0;
        if ((method.access & Opcodes.ACC_STATIC) == 0) types.setLocal(slot++, new Reference(owner));
        for (Type argument : Type.getArgumentTypes(method.desc)) {
            VerificationType type = VerificationType.of(argument);
            types.setLocal(slot, type);
            slot += type.getSize();
        }
        return types;
    }

    private Frame<VerificationType> declared(FrameNode node) {
        Frame<VerificationType> types = empty();
        for (int i = 0; i < method.maxLocals; i++) types.setLocal(i, Primitive.TOP);
        int slot = 0;
        for (Object entry : orEmpty(node.local)) {
            VerificationType type = VerificationType.fromFrame(entry);
            types.setLocal(slot, type);
            slot += type.getSize();
        }
        for (Object entry : orEmpty(node.stack)) types.push(VerificationType.fromFrame(entry));
        return types;
    }

    private static List<Object> orEmpty(@Nullable List<Object> list) {
        return list == null ? List.of() : list;
    }

    private static @Nullable Frame<VerificationType> after(
            AbstractInsnNode insn, Frame<VerificationType> types) {
        execute(insn, types);
        return ControlFlow.continues(insn) ? types : null;
    }

    private static void execute(AbstractInsnNode insn, Frame<VerificationType> types) {
        Uninitialized constructed = constructedBy(insn, types);
        try {
            types.execute(insn, INTERPRETER);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("the types of the method do not fit", e);
        }
        if (constructed != null) initialize(constructed, types);
    }

    /** The types that {@code insn} leaves, of which nothing is written down. */
    public static Frame<VerificationType> typesAfter(
            AbstractInsnNode insn, Frame<VerificationType> before) {
        Frame<VerificationType> types = new Frame<>(before);
        execute(insn, types);
        return types;
    }

    /** What a constructor call makes of an uninitialised object, if {@code insn} is one. */
    public static @Nullable Uninitialized constructedBy(
            AbstractInsnNode insn, Frame<VerificationType> before) {
        if (insn.getOpcode() != Opcodes.INVOKESPECIAL) return null;
        MethodInsnNode call = (MethodInsnNode) insn;
        if (!call.name.equals("<init>")) return null;
        int arguments = Type.getArgumentTypes(call.desc).length;
        VerificationType target = before.getStack(before.getStackSize() - 1 - arguments);
        return target instanceof Uninitialized object ? object : null;
    }

    private static void initialize(Uninitialized object, Frame<VerificationType> types) {
        Reference type = new Reference(((TypeInsnNode) object.newInsn()).desc);
        for (int i = 0; i < types.getLocals(); i++) {
            if (types.getLocal(i).equals(object)) types.setLocal(i, type);
        }
        for (int i = 0; i < types.getStackSize(); i++) {
            if (types.getStack(i).equals(object)) types.setStack(i, type);
        }
    }
}
