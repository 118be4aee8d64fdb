package dev.weft.weaver.prepare;

import dev.weft.weaver.Names;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The calls of the runtime that bodies make, and how instructions follow each other. */
final class Calls {

    private Calls() {}

    /** A call of the runtime's function for woven code. */
    static MethodInsnNode woven(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, Names.WOVEN, name, descriptor, false);
    }

    /** One that may suspend: behind its arguments it takes the frame. */
    static MethodInsnNode suspending(String name, String... arguments) {
        String taken =
                Arrays.stream(arguments).map(Names::descriptor).collect(Collectors.joining());
        String result = ")" + Names.OBJECT_DESCRIPTOR;
        return woven(name, "(" + taken + Names.descriptor(Names.COROUTINE) + result);
    }

    /** The next instruction that does something, null at the end. */
    static @Nullable AbstractInsnNode after(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) next = next.getNext();
        return next;
    }

    /** The instruction before that does something, null at the start. */
    static @Nullable AbstractInsnNode before(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && previous.getOpcode() < 0) previous = previous.getPrevious();
        return previous;
    }

    /** As {@link #before}, and null where paths meet in between. */
    static @Nullable AbstractInsnNode straightBefore(AbstractInsnNode insn) {
        AbstractInsnNode previous = insn.getPrevious();
        while (previous != null && previous.getOpcode() < 0) {
            if (previous instanceof FrameNode) return null;
            previous = previous.getPrevious();
        }
        return previous;
    }
}
