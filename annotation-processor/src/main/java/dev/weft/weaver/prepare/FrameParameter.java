package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Copies a method into the synthetic overload that takes the frame, and what else is hidden from
 * users, behind its parameters.
 */
final class FrameParameter {

    private static final int KEPT_ACCESS = Opcodes.ACC_STATIC | Opcodes.ACC_STRICT;

    private final AsyncMethod method;
    private final int slot;

    private FrameParameter(AsyncMethod method) {
        this.method = method;
        this.slot = method.frameSlot();
    }

    /** The copy, with room for the frame made among its locals. */
    static MethodNode added(AsyncMethod method) {
        return new FrameParameter(method).copy();
    }

    private MethodNode copy() {
        MethodNode original = method.node();
        MethodNode copy =
                new MethodNode(
                        Opcodes.ASM9,
                        access(),
                        original.name,
                        method.bodyDescriptor(),
                        null,
                        original.exceptions.toArray(String[]::new));
        original.accept(copy);
        copy.visibleAnnotations = null;
        copy.invisibleAnnotations = null;
        copy.visibleTypeAnnotations = null;
        copy.invisibleTypeAnnotations = null;
        copy.visibleParameterAnnotations = null;
        copy.invisibleParameterAnnotations = null;
        copy.parameters = null;
        copy.attrs = null;
        copy.maxLocals = original.maxLocals + method.firstLocal() - slot;
        copy.maxStack = original.maxStack + 6;
        makeRoom(copy);
        return copy;
    }

    private int access() {
        int access = method.node().access & KEPT_ACCESS | Opcodes.ACC_SYNTHETIC;
        if (method.inInterface()) return access | Opcodes.ACC_PUBLIC;
        return method.isStatic() ? access : access | Opcodes.ACC_FINAL;
    }

    private void makeRoom(MethodNode copy) {
        for (AbstractInsnNode insn : copy.instructions) {
            if (insn instanceof VarInsnNode access) access.var = moved(access.var);
            if (insn instanceof IincInsnNode increment) increment.var = moved(increment.var);
            if (insn instanceof FrameNode frame) frame.local = withFrame(frame.local);
        }
        if (copy.localVariables != null) {
            for (LocalVariableNode variable : copy.localVariables) {
                variable.index = moved(variable.index);
            }
        }
        moveAnnotations(copy.visibleLocalVariableAnnotations);
        moveAnnotations(copy.invisibleLocalVariableAnnotations);
    }

    private void moveAnnotations(List<LocalVariableAnnotationNode> annotations) {
        if (annotations == null) return;
        for (LocalVariableAnnotationNode annotation : annotations) {
            annotation.index.replaceAll(this::moved);
        }
    }

    private int moved(int local) {
        return local < slot ? local : local + method.firstLocal() - slot;
    }

    private List<Object> withFrame(List<Object> locals) {
        List<Object> result = new ArrayList<>();
        int next = 0;
        for (Object type : locals) {
            if (next == slot) addHidden(result);
            result.add(type);
            next += Opcodes.LONG.equals(type) || Opcodes.DOUBLE.equals(type) ? 2 : 1;
        }
        if (next <= slot) {
            for (; next < slot; next++) result.add(Opcodes.TOP);
            addHidden(result);
        }
        return result;
    }

    private void addHidden(List<Object> locals) {
        locals.add(method.frame());
        locals.add(Names.OBJECT);
        if (!method.direct()) return;
        locals.add(Names.COROUTINE);
        locals.add(Opcodes.INTEGER);
    }
}
