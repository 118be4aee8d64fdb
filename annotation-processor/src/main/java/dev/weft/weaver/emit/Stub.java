package dev.weft.weaver.emit;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What is left of an async method under its own name and signature: it makes the frame and gives it
 * to whoever the return type says. It has no line: a breakpoint on the method's first line would
 * stop here too, and again in the body.
 */
public final class Stub {

    private Stub() {}

    /** Replaces the code of the planned method; everything else about it stays. */
    public static void write(MethodPlan plan) {
        AsyncMethod method = plan.body().method();
        MethodNode node = method.node();
        LocalVariableNode[] variables =
                node.localVariables == null
                        ? new LocalVariableNode[0]
                        : node.localVariables.toArray(LocalVariableNode[]::new);
        clear(node);
        Label start = new Label();
        node.visitLabel(start);
        makeFrame(plan, node);
        finish(method, node);
        Label end = new Label();
        node.visitLabel(end);
        keepParameters(variables, node, method.frameSlot(), start, end);
        node.maxStack = 0;
        node.maxLocals = 0;
    }

    private static void clear(MethodNode node) {
        node.instructions.clear();
        node.tryCatchBlocks.clear();
        node.localVariables = null;
        node.visibleLocalVariableAnnotations = null;
        node.invisibleLocalVariableAnnotations = null;
    }

    private static void makeFrame(MethodPlan plan, MethodNode node) {
        String frame = plan.callFrame();
        node.visitTypeInsn(Opcodes.NEW, frame);
        node.visitInsn(Opcodes.DUP);
        int slot = 0;
        for (FrameField field : plan.parameters()) {
            Type type = Type.getType(field.descriptor());
            node.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
            slot += type.getSize();
        }
        node.visitMethodInsn(
                Opcodes.INVOKESPECIAL,
                frame,
                "<init>",
                FrameClass.constructor(plan.parameters()),
                false);
    }

    private static void finish(AsyncMethod method, MethodNode node) {
        String takesFrame = "(" + Names.descriptor(Names.FRAME) + ")";
        switch (method.shape()) {
            case COROUTINE, GENERATOR -> node.visitInsn(Opcodes.ARETURN);
            case FUTURE, STAGE -> {
                String future = Names.descriptor(Names.FUTURE);
                woven(node, Names.HOT, takesFrame + future);
                node.visitInsn(Opcodes.ARETURN);
            }
            case ENTRY_POINT -> {
                woven(node, Names.RUN, takesFrame + "V");
                node.visitInsn(Opcodes.RETURN);
            }
        }
    }

    private static void woven(MethodNode node, String name, String descriptor) {
        node.visitMethodInsn(Opcodes.INVOKESTATIC, Names.WOVEN, name, descriptor, false);
    }

    private static void keepParameters(
            LocalVariableNode[] variables, MethodNode node, int end, Label from, Label to) {
        for (LocalVariableNode variable : variables) {
            if (variable.index >= end) continue;
            node.visitLocalVariable(
                    variable.name, variable.desc, variable.signature, from, to, variable.index);
        }
    }
}
