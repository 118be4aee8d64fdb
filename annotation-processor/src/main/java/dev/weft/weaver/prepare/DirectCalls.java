package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Awaits;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Calls of async methods of the same class that are awaited at once. Nobody sees the coroutine
 * between the call and the await, so none is made: the one body calls the other, which makes its
 * frame only where it suspends.
 */
public final class DirectCalls {

    private final Map<String, AsyncMethod> targets = new HashMap<>();

    /**
     * @param methods the async methods of one class; those that are direct can be called
     */
    public DirectCalls(Collection<AsyncMethod> methods) {
        for (AsyncMethod method : methods) {
            if (method.direct()) targets.put(method.node().name + method.node().desc, method);
        }
    }

    /** What the instruction calls if that can be called directly, null otherwise. */
    @Nullable AsyncMethod target(AbstractInsnNode insn) {
        if (!(insn instanceof MethodInsnNode call)) return null;
        AsyncMethod target = targets.get(call.name + call.desc);
        boolean own = target != null && target.owner().name.equals(call.owner);
        return own && isAwaitedAtOnce(call) && !isSuper(call, target) ? target : null;
    }

    /** The methods that {@code caller} calls so. */
    public void collectTargets(AsyncMethod caller, Set<AsyncMethod> called) {
        for (AbstractInsnNode insn : caller.node().instructions) {
            AsyncMethod target = target(insn);
            if (target != null) called.add(target);
        }
    }

    private static boolean isSuper(MethodInsnNode call, AsyncMethod target) {
        boolean isPrivate = (target.node().access & Opcodes.ACC_PRIVATE) != 0;
        return call.getOpcode() == Opcodes.INVOKESPECIAL && !isPrivate;
    }

    private static boolean isAwaitedAtOnce(MethodInsnNode call) {
        AbstractInsnNode next = call.getNext();
        while (next != null && next.getOpcode() < 0 && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        return next != null && (Awaits.isAwait(next) || next.getOpcode() == Opcodes.ARETURN);
    }

    /** Calls the body of {@code target} where {@code caller} has called the method. */
    static MethodInsnNode replace(
            MethodInsnNode call, AsyncMethod target, AsyncMethod caller, MethodNode node) {
        InsnList hidden = new InsnList();
        hidden.add(new InsnNode(Opcodes.ACONST_NULL));
        hidden.add(new InsnNode(Opcodes.ACONST_NULL));
        hidden.add(new VarInsnNode(Opcodes.ALOAD, caller.awaiterSlot()));
        if (caller.direct()) {
            hidden.add(new VarInsnNode(Opcodes.ILOAD, caller.depthSlot()));
            hidden.add(new InsnNode(Opcodes.ICONST_1));
            hidden.add(new InsnNode(Opcodes.IADD));
        } else {
            hidden.add(new InsnNode(Opcodes.ICONST_0));
        }
        MethodInsnNode direct =
                new MethodInsnNode(
                        target.bodyCall(),
                        call.owner,
                        call.name,
                        target.bodyDescriptor(),
                        target.inInterface());
        node.instructions.insertBefore(call, hidden);
        node.instructions.set(call, direct);
        return direct;
    }
}
