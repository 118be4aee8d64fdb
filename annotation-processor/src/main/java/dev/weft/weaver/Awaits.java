package dev.weft.weaver;

import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Recognises the functions of {@code Weft} that only the weaver gives a meaning. */
public final class Awaits {

    private Awaits() {}

    /** Whether the instruction is a call of a form of {@code await}. */
    public static boolean isAwait(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && call.owner.equals(Names.WEFT)
                && call.name.equals(Names.AWAIT);
    }

    /** Whether the instruction makes a method reference to {@code await}. */
    public static boolean refersToAwait(AbstractInsnNode insn) {
        if (!(insn instanceof InvokeDynamicInsnNode call)) return false;
        for (Object argument : call.bsmArgs) {
            if (argument instanceof Handle handle
                    && handle.getOwner().equals(Names.WEFT)
                    && handle.getName().equals(Names.AWAIT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this form of {@code await} names the exceptions it may throw. */
    public static boolean namesExceptions(MethodInsnNode await) {
        return Type.getArgumentTypes(await.desc).length == 2;
    }

    /** Whether this form of {@code await} takes a stage of the JDK. */
    public static boolean takesStage(MethodInsnNode await) {
        return Type.getArgumentTypes(await.desc)[0].getInternalName().equals(Names.STAGE);
    }

    /** Whether the instruction wraps a value that is there already, as {@code done(v)} does. */
    public static boolean wrapsValue(AbstractInsnNode insn) {
        if (!(insn instanceof MethodInsnNode call) || call.getOpcode() != Opcodes.INVOKESTATIC) {
            return false;
        }
        boolean done = call.owner.equals(Names.WEFT) && call.name.equals(Names.DONE);
        boolean completed =
                call.owner.equals(Names.FUTURE)
                        && (call.name.equals(Names.COMPLETED_FUTURE)
                                || call.name.equals(Names.COMPLETED_STAGE));
        return done || completed;
    }
}
