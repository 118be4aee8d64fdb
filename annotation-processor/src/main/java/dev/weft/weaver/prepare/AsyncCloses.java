package dev.weft.weaver.prepare;

import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import dev.weft.weaver.TypeOracle;
import dev.weft.weaver.flow.TypeWalk;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Primitive;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Awaits the closes of a try-with-resources. Where an exception leaves the block, the compiler has
 * written
 *
 * <pre>
 *   HANDLER: store t; if r is not null { try { r.close() } catch (s) { t.addSuppressed(s) } } throw t
 * </pre>
 *
 * and there the resource is shown {@code t} and says what is thrown in its place. If that is
 * nothing, control goes to where the block goes that ends well: right before the handler stands the
 * jump over it. This is javac's handler; {@link EclipseCloses} knows that of Eclipse's compiler.
 */
final class AsyncCloses {

    private final String owner;
    private final MethodNode node;
    private final TypeOracle types;
    private final int awaiter;
    private final Set<MethodInsnNode> suspensions;
    private final Set<JumpInsnNode> waysOn = new HashSet<>();

    AsyncCloses(
            String owner,
            MethodNode node,
            TypeOracle types,
            int awaiter,
            Set<MethodInsnNode> suspensions) {
        this.owner = owner;
        this.node = node;
        this.types = types;
        this.awaiter = awaiter;
        this.suspensions = suspensions;
    }

    void lower() {
        EclipseCloses eclipse = new EclipseCloses(node);
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            if (Awaits.isAsyncClose(insn, types)) lower((MethodInsnNode) insn, eclipse);
        }
        if (!waysOn.isEmpty()) giveDefaults();
    }

    private void lower(MethodInsnNode close, EclipseCloses eclipse) {
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            VarInsnNode failure = suppressing(range);
            if (failure != null && Calls.before(range.end) == close) {
                lowerBehindFailure(close, range.end, range.start, failure.var);
                return;
            }
        }
        VarInsnNode failure = eclipse.failureBehind(close);
        AbstractInsnNode handler = eclipse.handlerOf(close);
        if (failure != null && handler != null) {
            lowerBehindFailure(close, close, handler, failure.var);
            return;
        }
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, awaiter));
        code.add(suspending(Calls.suspending(Names.CLOSE, Names.CLOSEABLE)));
        code.add(Calls.woven(Names.CLOSED, "(" + Names.OBJECT_DESCRIPTOR + ")V"));
        replace(close, code);
    }

    /** Where a handler adds what it catches to another failure, the load of that one. */
    private static @Nullable VarInsnNode suppressing(TryCatchBlockNode range) {
        AbstractInsnNode store = Calls.after(range.handler);
        AbstractInsnNode load = store == null ? null : Calls.after(store);
        AbstractInsnNode add = load == null ? null : Calls.after(load);
        add = add == null ? null : Calls.after(add);
        boolean suppresses =
                add instanceof MethodInsnNode call
                        && call.owner.equals(Names.THROWABLE)
                        && call.name.equals("addSuppressed");
        return suppresses && load instanceof VarInsnNode failure ? failure : null;
    }

    private void lowerBehindFailure(
            MethodInsnNode close, AbstractInsnNode end, AbstractInsnNode inHandler, int failure) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, failure));
        code.add(new VarInsnNode(Opcodes.ALOAD, awaiter));
        code.add(suspending(Calls.suspending(Names.EXIT, Names.CLOSEABLE, Names.THROWABLE)));
        LabelNode wayOn = wayOn(inHandler);
        node.instructions.insert(end, wayOn == null ? throwing(failure) : leaving(failure, wayOn));
        replace(close, code);
    }

    /** What leaves is thrown, or else control goes on. */
    private InsnList leaving(int failure, LabelNode wayOn) {
        InsnList code = new InsnList();
        code.add(new TypeInsnNode(Opcodes.CHECKCAST, Names.THROWABLE));
        code.add(new VarInsnNode(Opcodes.ASTORE, failure));
        code.add(new VarInsnNode(Opcodes.ALOAD, failure));
        JumpInsnNode jump = new JumpInsnNode(Opcodes.IFNULL, wayOn);
        code.add(jump);
        waysOn.add(jump);
        return code;
    }

    private static InsnList throwing(int failure) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, failure));
        String throwable = Names.descriptor(Names.THROWABLE);
        String descriptor = "(" + Names.OBJECT_DESCRIPTOR + throwable + ")" + throwable;
        code.add(Calls.woven(Names.LEAVING, descriptor));
        code.add(new VarInsnNode(Opcodes.ASTORE, failure));
        return code;
    }

    /** Where the block goes that ends well; null if it never does. */
    private @Nullable LabelNode wayOn(AbstractInsnNode inHandler) {
        AbstractInsnNode handler = inHandler;
        while (handler != null && handler.getOpcode() != Opcodes.ASTORE) {
            handler = Calls.before(handler);
        }
        AbstractInsnNode last = handler == null ? null : Calls.before(handler);
        boolean leadsOn =
                last instanceof JumpInsnNode jump
                        && jump.getOpcode() == Opcodes.GOTO
                        && frameAt(jump.label).stack.isEmpty()
                        && !leadsTo(handler, last);
        return leadsOn ? ((JumpInsnNode) last).label : null;
    }

    /** Whether a failure of {@code insn} leads to a handler: then the block has not ended there. */
    private boolean leadsTo(AbstractInsnNode handler, AbstractInsnNode insn) {
        InsnList code = node.instructions;
        int index = code.indexOf(insn);
        return node.tryCatchBlocks.stream()
                .filter(range -> Calls.after(range.handler) == handler)
                .anyMatch(
                        range ->
                                code.indexOf(range.start) <= index
                                        && index < code.indexOf(range.end));
    }

    private static FrameNode frameAt(LabelNode target) {
        AbstractInsnNode insn = target;
        while (!(insn instanceof FrameNode)) insn = insn.getNext();
        return (FrameNode) insn;
    }

    /**
     * A variable that the block was to set, and that is read behind it, has its default value where
     * the block was left quietly.
     */
    private void giveDefaults() {
        Map<JumpInsnNode, InsnList> defaults = new HashMap<>();
        TypeWalk.walk(
                owner,
                node,
                (insn, before) -> {
                    if (insn instanceof JumpInsnNode jump && waysOn.contains(jump)) {
                        defaults.put(jump, defaults(jump.label, before));
                    }
                });
        defaults.forEach((jump, code) -> node.instructions.insertBefore(jump.getPrevious(), code));
    }

    private static InsnList defaults(LabelNode target, Frame<VerificationType> before) {
        InsnList code = new InsnList();
        int slot = 0;
        for (Object entry : frameAt(target).local) {
            VerificationType needed = VerificationType.fromFrame(entry);
            if (before.getLocal(slot) == Primitive.TOP) code.add(DefaultValue.store(needed, slot));
            slot += needed.getSize();
        }
        return code;
    }

    private MethodInsnNode suspending(MethodInsnNode call) {
        suspensions.add(call);
        return call;
    }

    private void replace(MethodInsnNode original, InsnList code) {
        node.instructions.insertBefore(original, code);
        node.instructions.remove(original);
    }
}
