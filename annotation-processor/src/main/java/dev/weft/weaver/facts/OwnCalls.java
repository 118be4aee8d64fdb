package dev.weft.weaver.facts;

import dev.weft.weaver.Awaits;
import dev.weft.weaver.MethodFacts.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the source does with the calls that became direct calls of bodies: the body itself does not
 * tell an await from a tail return any more.
 */
final class OwnCalls {

    private final Map<String, Deque<Kind>> kinds = new HashMap<>();

    /**
     * @param original the method as it was compiled
     */
    OwnCalls(MethodNode original) {
        int line = 0;
        for (AbstractInsnNode insn : original.instructions) {
            if (insn instanceof LineNumberNode number) line = number.line;
            Kind kind = insn instanceof MethodInsnNode ? kind(after(insn)) : null;
            if (kind != null) {
                kinds.computeIfAbsent(key((MethodInsnNode) insn, line), k -> new ArrayDeque<>())
                        .add(kind);
            }
        }
    }

    private static @Nullable AbstractInsnNode after(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) next = next.getNext();
        return next;
    }

    private static @Nullable Kind kind(@Nullable AbstractInsnNode next) {
        if (next == null) return null;
        if (Awaits.isAwait(next)) return Kind.AWAIT;
        return next.getOpcode() == Opcodes.ARETURN ? Kind.RETURN : null;
    }

    private static String key(MethodInsnNode call, int line) {
        return line + call.owner + "." + call.name;
    }

    /** What the next call of its kind in the body is; to be asked in the order of the code. */
    Kind next(MethodInsnNode direct, int line) {
        Deque<Kind> known = kinds.get(key(direct, line));
        Kind kind = known == null ? null : known.poll();
        return kind == null ? Kind.AWAIT : kind;
    }
}
