package dev.weft.weaver.prepare;

import dev.weft.weaver.Names;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds closes behind a failure as Eclipse's compiler writes them. All handlers of one statement
 * share a variable {@code t} for what leaves it; that of the innermost resource sets it:
 *
 * <pre>
 *   HANDLER: store t; if r is not null r.close(); throw t
 * </pre>
 *
 * and those around it, one of each resource and a last one, take note of what is thrown there:
 *
 * <pre>
 *   HANDLER: store s; if t is null t = s else if t is not s t.addSuppressed(s); ...; throw t
 * </pre>
 */
final class EclipseCloses {

    private final MethodNode node;

    /** The handlers that take note of failures, with the variable for what leaves. */
    private final Map<LabelNode, Integer> collecting = new HashMap<>();

    EclipseCloses(MethodNode node) {
        this.node = node;
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            VarInsnNode failure = collected(range.handler);
            if (failure != null) collecting.put(range.handler, failure.var);
        }
    }

    /** Where a close stands behind a failure, the load that this one is thrown from. */
    @Nullable VarInsnNode failureBehind(MethodInsnNode close) {
        AbstractInsnNode load = Calls.after(close);
        AbstractInsnNode thrown = load == null ? null : Calls.after(load);
        boolean throwing = thrown != null && thrown.getOpcode() == Opcodes.ATHROW;
        return throwing
                        && load.getOpcode() == Opcodes.ALOAD
                        && isCollected(close, ((VarInsnNode) load).var)
                ? (VarInsnNode) load
                : null;
    }

    /**
     * The store that the handler which an instruction is in begins with; null in code that is never
     * reached, as behind a block without a statement.
     */
    @Nullable AbstractInsnNode handlerOf(AbstractInsnNode insn) {
        AbstractInsnNode store = insn;
        while (store != null && !beginsHandler(store)) store = Calls.before(store);
        return store;
    }

    private boolean beginsHandler(AbstractInsnNode insn) {
        return insn.getOpcode() == Opcodes.ASTORE
                && node.tryCatchBlocks.stream()
                        .anyMatch(range -> Calls.after(range.handler) == insn);
    }

    private boolean isCollected(AbstractInsnNode insn, int failure) {
        InsnList code = node.instructions;
        int index = code.indexOf(insn);
        return node.tryCatchBlocks.stream()
                .filter(range -> Integer.valueOf(failure).equals(collecting.get(range.handler)))
                .anyMatch(
                        range ->
                                code.indexOf(range.start) <= index
                                        && index < code.indexOf(range.end));
    }

    /** The load of {@code t} in a handler that takes note of failures; null for other handlers. */
    private static @Nullable VarInsnNode collected(LabelNode handler) {
        AbstractInsnNode store = Calls.after(handler);
        AbstractInsnNode load = store == null ? null : Calls.after(store);
        AbstractInsnNode test = load == null ? null : Calls.after(load);
        boolean collects =
                store instanceof VarInsnNode caught
                        && load instanceof VarInsnNode failure
                        && test instanceof JumpInsnNode jump
                        && jump.getOpcode() == Opcodes.IFNONNULL
                        && suppresses(jump.label, failure.var, caught.var);
        return collects ? (VarInsnNode) load : null;
    }

    private static boolean suppresses(LabelNode from, int failure, int caught) {
        AbstractInsnNode insn = from;
        for (int local : new int[] {failure, caught}) {
            insn = insn == null ? null : Calls.after(insn);
            if (!(insn instanceof VarInsnNode load) || load.var != local) return false;
        }
        AbstractInsnNode comparison = Calls.after(insn);
        AbstractInsnNode call = comparison;
        for (int i = 0; i < 3 && call != null; i++) call = Calls.after(call);
        return comparison != null
                && comparison.getOpcode() == Opcodes.IF_ACMPEQ
                && call instanceof MethodInsnNode added
                && added.owner.equals(Names.THROWABLE)
                && added.name.equals("addSuppressed");
    }
}
