package dev.weft.weaver;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Recognises the functions of {@code Weft} that only the weaver gives a meaning. */
public final class Awaits {

    private static final Set<String> FUNCTIONS = Set.of(Names.AWAIT, Names.EMIT, Names.EACH);

    private Awaits() {}

    /** Whether the instruction is a call of a form of {@code await}. */
    public static boolean isAwait(AbstractInsnNode insn) {
        return Names.AWAIT.equals(function(insn));
    }

    /** Whether the instruction is a call of {@code emit}. */
    public static boolean isEmit(AbstractInsnNode insn) {
        return Names.EMIT.equals(function(insn));
    }

    /** Whether the instruction is a call of a form of {@code each}. */
    public static boolean isEach(AbstractInsnNode insn) {
        return Names.EACH.equals(function(insn));
    }

    /** Which of the functions the instruction calls, or makes a method reference to. */
    public static @Nullable String usedBy(AbstractInsnNode insn) {
        String called = function(insn);
        if (called != null || !(insn instanceof InvokeDynamicInsnNode call)) return called;
        for (Object argument : call.bsmArgs) {
            if (argument instanceof Handle handle
                    && handle.getOwner().equals(Names.WEFT)
                    && FUNCTIONS.contains(handle.getName())) {
                return handle.getName();
            }
        }
        return null;
    }

    private static @Nullable String function(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                        && call.getOpcode() == Opcodes.INVOKESTATIC
                        && call.owner.equals(Names.WEFT)
                        && FUNCTIONS.contains(call.name)
                ? call.name
                : null;
    }

    /** Whether the instruction closes a resource whose close is to be awaited. */
    public static boolean isAsyncClose(AbstractInsnNode insn, TypeOracle types) {
        return insn instanceof MethodInsnNode call
                && call.name.equals(Names.CLOSE)
                && call.desc.equals("()V")
                && (call.getOpcode() == Opcodes.INVOKEVIRTUAL
                        || call.getOpcode() == Opcodes.INVOKEINTERFACE)
                && types.isAsyncCloseable(call.owner);
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
