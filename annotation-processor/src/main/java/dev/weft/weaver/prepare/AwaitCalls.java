package dev.weft.weaver.prepare;

import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Turns each call of {@code Weft.await} into a call on what is awaited, with the frame. */
final class AwaitCalls {

    private AwaitCalls() {}

    static void lower(MethodNode node, int frame, Set<MethodInsnNode> suspensions) {
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            if (!Awaits.isAwait(insn)) continue;
            MethodInsnNode await = (MethodInsnNode) insn;
            MethodInsnNode call = call(await);
            InsnList code = new InsnList();
            if (Awaits.namesExceptions(await)) code.add(new InsnNode(Opcodes.POP));
            code.add(new VarInsnNode(Opcodes.ALOAD, frame));
            code.add(call);
            node.instructions.insertBefore(await, code);
            node.instructions.remove(await);
            suspensions.add(call);
        }
    }

    private static MethodInsnNode call(MethodInsnNode await) {
        if (Awaits.takesStage(await)) {
            return new MethodInsnNode(
                    Opcodes.INVOKESTATIC,
                    Names.WOVEN,
                    Names.AWAIT,
                    "(" + Names.descriptor(Names.STAGE) + frameToObject(),
                    false);
        }
        return madeByCoroutineCall(await)
                ? awaitFrom(Opcodes.INVOKEVIRTUAL, Names.COROUTINE)
                : awaitFrom(Opcodes.INVOKEINTERFACE, Names.AWAITABLE);
    }

    /** A virtual call is cheaper than an interface call, and most awaits are of a direct call. */
    private static boolean madeByCoroutineCall(MethodInsnNode await) {
        return !Awaits.namesExceptions(await)
                && await.getPrevious() instanceof MethodInsnNode made
                && Type.getReturnType(made.desc)
                        .getDescriptor()
                        .equals(Names.descriptor(Names.COROUTINE));
    }

    private static MethodInsnNode awaitFrom(int opcode, String owner) {
        return new MethodInsnNode(
                opcode,
                owner,
                Names.AWAIT_FROM,
                Names.AWAIT_FROM_DESCRIPTOR,
                opcode == Opcodes.INVOKEINTERFACE);
    }

    private static String frameToObject() {
        return Names.descriptor(Names.COROUTINE) + ")" + Names.OBJECT_DESCRIPTOR;
    }
}
