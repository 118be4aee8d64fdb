package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import dev.weft.weaver.Shape;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a body return its bare result: {@code return done(v)} gives {@code v}, and any other {@code
 * return other} awaits {@code other} where the expression stands: inside its {@code try}, before
 * its {@code finally}.
 */
final class Returns {

    private final AsyncMethod method;
    private final MethodNode node;
    private final DirectCalls direct;
    private final Set<MethodInsnNode> suspensions;

    Returns(
            AsyncMethod method,
            MethodNode node,
            DirectCalls direct,
            Set<MethodInsnNode> suspensions) {
        this.method = method;
        this.node = node;
        this.direct = direct;
        this.suspensions = suspensions;
    }

    void lower() {
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            int opcode = insn.getOpcode();
            if (opcode != Opcodes.RETURN && opcode != Opcodes.ARETURN) continue;
            switch (method.shape()) {
                case ENTRY_POINT -> returnNull(insn);
                case GENERATOR -> end(insn);
                case COROUTINE, FUTURE, STAGE -> lower(insn);
            }
        }
    }

    private void end(AbstractInsnNode areturn) {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, method.frameSlot()));
        code.add(
                Calls.woven(
                        Names.ENDED_WITH,
                        "("
                                + Names.OBJECT_DESCRIPTOR
                                + Names.descriptor(Names.FRAME)
                                + ")"
                                + Names.OBJECT_DESCRIPTOR));
        node.instructions.insertBefore(areturn, code);
    }

    private void returnNull(AbstractInsnNode insn) {
        node.instructions.insertBefore(insn, new InsnNode(Opcodes.ACONST_NULL));
        node.instructions.set(insn, new InsnNode(Opcodes.ARETURN));
    }

    private void lower(AbstractInsnNode areturn) {
        AbstractInsnNode closes = KeptOnStack.sinceCloses(areturn);
        AbstractInsnNode producer = Calls.straightBefore(closes);
        if (closes != areturn) {
            lowerBeforeCloses(producer, closes, areturn);
            return;
        }
        VarInsnNode store = storeBeforeFinally(areturn);
        if (producer != null && Awaits.wrapsValue(producer)) {
            unwrap((MethodInsnNode) producer);
        } else if (store != null) {
            lowerStore(store);
            node.instructions.insertBefore(areturn, value());
        } else if (producer != null) {
            awaitBehind(producer);
        } else {
            awaitWherePathsMeet(areturn, awaited());
        }
    }

    /** The compiler's frames want what a caller of the method expects until it is returned. */
    private void lowerBeforeCloses(
            @Nullable AbstractInsnNode producer,
            AbstractInsnNode closes,
            AbstractInsnNode areturn) {
        if (producer == null) {
            awaitWherePathsMeet(closes, rewrapped());
        } else if (!Awaits.wrapsValue(producer)) {
            node.instructions.insert(producer, rewrapped());
        }
        node.instructions.insertBefore(areturn, value());
    }

    private MethodInsnNode value() {
        return Calls.woven(Names.VALUE, "(" + type() + ")" + Names.OBJECT_DESCRIPTOR);
    }

    private void awaitBehind(AbstractInsnNode producer) {
        AsyncMethod target = method.shape() == Shape.COROUTINE ? direct.target(producer) : null;
        if (target == null) {
            node.instructions.insert(producer, awaited());
        } else {
            suspensions.add(DirectCalls.replace((MethodInsnNode) producer, target, method, node));
        }
    }

    private void unwrap(MethodInsnNode wrapping) {
        if (wrapping.desc.startsWith("()")) {
            node.instructions.set(wrapping, new InsnNode(Opcodes.ACONST_NULL));
        } else {
            node.instructions.remove(wrapping);
        }
    }

    private void lowerStore(VarInsnNode store) {
        AbstractInsnNode producer = Calls.straightBefore(store);
        if (producer != null && Awaits.wrapsValue(producer)) return;
        node.instructions.insertBefore(store, rewrapped());
    }

    /** Awaits what stands on the stack, and wraps its value again. */
    private InsnList rewrapped() {
        InsnList code = awaited();
        boolean cold = method.shape() == Shape.COROUTINE;
        String made = Names.descriptor(cold ? Names.COROUTINE : Names.FUTURE);
        code.add(
                Calls.woven(
                        cold ? Names.REWRAP : Names.REWRAP_STAGE,
                        "(" + Names.OBJECT_DESCRIPTOR + ")" + made));
        return code;
    }

    /** No instruction stands alone for the value: the await goes where it is, its tries with it. */
    private void awaitWherePathsMeet(AbstractInsnNode next, InsnList code) {
        LabelNode end = new LabelNode();
        for (AbstractInsnNode label = next.getPrevious();
                label.getOpcode() < 0;
                label = label.getPrevious()) {
            for (TryCatchBlockNode range : node.tryCatchBlocks) {
                if (range.end == label) range.end = end;
            }
        }
        code.add(end);
        node.instructions.insertBefore(next, code);
    }

    /**
     * Where a {@code finally} stands between a return's value and its return, the compiler stores
     * the value, leaves the handler's range, runs the {@code finally}, loads the value and returns,
     * all in one piece. That store is found here.
     */
    private @Nullable VarInsnNode storeBeforeFinally(AbstractInsnNode areturn) {
        if (!(Calls.straightBefore(areturn) instanceof VarInsnNode load)) return null;
        AbstractInsnNode store = load.getPrevious();
        while (store != null && !isStore(store, load.var)) store = store.getPrevious();
        if (store == null) return null;
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            if (endsRightAfter(range, store) && outside(range.handler, store, areturn)) {
                return (VarInsnNode) store;
            }
        }
        return null;
    }

    private static boolean isStore(AbstractInsnNode insn, int local) {
        return insn instanceof VarInsnNode access
                && access.getOpcode() == Opcodes.ASTORE
                && access.var == local;
    }

    private static boolean endsRightAfter(TryCatchBlockNode range, AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) {
            if (next == range.end) return true;
            next = next.getNext();
        }
        return false;
    }

    /** Whether neither the handler nor any of its ranges is between the two instructions. */
    private boolean outside(LabelNode handler, AbstractInsnNode from, AbstractInsnNode to) {
        int first = index(from);
        int last = index(to);
        if (index(handler) <= last) return false;
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            boolean overlaps = index(range.start) < last && index(range.end) > afterLabels(first);
            if (range.handler == handler && overlaps) return false;
        }
        return true;
    }

    private int afterLabels(int index) {
        int next = index + 1;
        while (node.instructions.get(next).getOpcode() < 0) next++;
        return next;
    }

    private int index(AbstractInsnNode insn) {
        return node.instructions.indexOf(insn);
    }

    /** Awaits what stands on the stack and leaves its value. */
    private InsnList awaited() {
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, method.awaiterSlot()));
        code.add(new LdcInsnNode(method.displayName()));
        MethodInsnNode call =
                Calls.woven(
                        Names.RETURNED,
                        "("
                                + type()
                                + Names.descriptor(Names.COROUTINE)
                                + "Ljava/lang/String;)"
                                + Names.OBJECT_DESCRIPTOR);
        code.add(call);
        suspensions.add(call);
        return code;
    }

    private String type() {
        boolean cold = method.shape() == Shape.COROUTINE;
        return Names.descriptor(cold ? Names.COROUTINE : Names.STAGE);
    }
}
