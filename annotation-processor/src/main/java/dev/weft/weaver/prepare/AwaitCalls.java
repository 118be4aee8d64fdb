package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import dev.weft.weaver.Refusals;
import dev.weft.weaver.Shape;
import dev.weft.weaver.Weaving.Problem;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns each call of {@code Weft.await} into a call on what is awaited, and each of {@code
 * Weft.emit} into one that suspends, with who awaits it.
 */
final class AwaitCalls {

    private final AsyncMethod method;
    private final MethodNode node;
    private final DirectCalls direct;
    private final Set<MethodInsnNode> suspensions;

    AwaitCalls(
            AsyncMethod method,
            MethodNode node,
            DirectCalls direct,
            Set<MethodInsnNode> suspensions) {
        this.method = method;
        this.node = node;
        this.direct = direct;
        this.suspensions = suspensions;
    }

    void lower(List<Problem> problems) {
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            if (Awaits.isAwait(insn)) {
                lowerAwait((MethodInsnNode) insn);
            } else if (Awaits.isEmit(insn)) {
                lowerEmit((MethodInsnNode) insn, problems);
            }
        }
    }

    private void lowerAwait(MethodInsnNode await) {
        AbstractInsnNode made = Calls.straightBefore(await);
        AsyncMethod target = made == null ? null : direct.target(made);
        if (made != null && hasTwin(made)) {
            callTwin((MethodInsnNode) made, await);
        } else if (target == null) {
            replace(await, call(await));
        } else {
            suspensions.add(DirectCalls.replace((MethodInsnNode) made, target, method, node));
            node.instructions.remove(await);
        }
    }

    private static boolean hasTwin(AbstractInsnNode made) {
        return made instanceof MethodInsnNode call
                && Names.TWINNED.contains(call.owner + "." + call.name);
    }

    private void callTwin(MethodInsnNode made, MethodInsnNode await) {
        node.instructions.insertBefore(made, new VarInsnNode(Opcodes.ALOAD, method.awaiterSlot()));
        made.name += Names.TWIN;
        made.desc =
                made.desc.substring(0, made.desc.indexOf(')'))
                        + Names.descriptor(Names.COROUTINE)
                        + ")"
                        + Names.OBJECT_DESCRIPTOR;
        node.instructions.remove(await);
        suspensions.add(made);
    }

    private void lowerEmit(MethodInsnNode emit, List<Problem> problems) {
        if (method.shape() != Shape.GENERATOR) {
            int line = Monitors.lineOf(emit);
            MethodNode original = method.node();
            problems.add(
                    new Problem(
                            original.name, original.desc, line, Refusals.EMIT_WITHOUT_GENERATOR));
            return;
        }
        replace(
                emit,
                Calls.woven(
                        Names.EMIT,
                        "("
                                + Names.OBJECT_DESCRIPTOR
                                + Names.descriptor(Names.GENERATOR_FRAME)
                                + ")"
                                + Names.OBJECT_DESCRIPTOR));
    }

    private void replace(MethodInsnNode original, MethodInsnNode call) {
        InsnList code = new InsnList();
        if (Type.getArgumentTypes(original.desc).length > 1) code.add(new InsnNode(Opcodes.POP));
        code.add(new VarInsnNode(Opcodes.ALOAD, method.awaiterSlot()));
        code.add(call);
        node.instructions.insertBefore(original, code);
        node.instructions.remove(original);
        suspensions.add(call);
    }

    private static MethodInsnNode call(MethodInsnNode await) {
        if (Awaits.takesStage(await)) return Calls.suspending(Names.AWAIT, Names.STAGE);
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
}
