package dev.weft.weaver.prepare;

import dev.weft.weaver.Names;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Where a return leaves a try-with-resources, Eclipse's compiler keeps the value on the stack while
 * the resources are closed:
 *
 * <pre>
 *   value; if r is not null r.close(); ...; return
 * </pre>
 */
final class KeptOnStack {

    private KeptOnStack() {}

    /** The first instruction of the closes before a return; the return if there are none. */
    static AbstractInsnNode sinceCloses(AbstractInsnNode areturn) {
        AbstractInsnNode begin = areturn;
        for (AbstractInsnNode group = areturn; group != null; group = closeBefore(begin)) {
            begin = group;
        }
        return begin;
    }

    private static @Nullable AbstractInsnNode closeBefore(AbstractInsnNode end) {
        AbstractInsnNode close = Calls.before(end);
        if (!(close instanceof MethodInsnNode call) || !closes(call)) return null;
        AbstractInsnNode test = close;
        int length = -1;
        while (test != null
                && !(test instanceof JumpInsnNode)
                && test.getOpcode() != Opcodes.ARETURN) {
            test = Calls.before(test);
            length++;
        }
        boolean skipsClose =
                test instanceof JumpInsnNode jump
                        && jump.getOpcode() == Opcodes.IFNULL
                        && standsBefore(jump.label, end);
        if (!skipsClose) return null;
        if (call.owner.equals(Names.WOVEN)) length -= 2;
        AbstractInsnNode first = test;
        for (int i = 0; i < length && first != null; i++) first = Calls.before(first);
        return first;
    }

    /** As it was compiled, or as it has been made to be awaited. */
    private static boolean closes(MethodInsnNode call) {
        return call.owner.equals(Names.WOVEN)
                ? call.name.equals(Names.CLOSED)
                : call.name.equals(Names.CLOSE) && call.desc.equals("()V");
    }

    private static boolean standsBefore(LabelNode label, AbstractInsnNode insn) {
        return Calls.after(label) == insn;
    }
}
