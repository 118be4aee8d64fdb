package dev.weft.weaver.emit;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.flow.StackMaps;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Primitive;
import dev.weft.weaver.plan.MethodPlan;
import dev.weft.weaver.plan.SuspensionPoint;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the state machine into a body: a switch at its start, and behind each call that may
 * suspend the way out and the way back in.
 *
 * <pre>
 *   call; if the result is not SUSPENDED go to CONTINUE
 *   save operands and locals; state = k; return SUSPENDED
 *   RESUME k: load locals and operands; Woven.received(received)
 *   CONTINUE:
 * </pre>
 */
public final class StateMachine {

    private final MethodPlan plan;
    private final MethodNode node;
    private final String frame;
    private final int frameSlot;
    private final int firstLocal;
    private final DirectStart direct;
    private final List<LabelNode> resumes = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<TryCatchBlockNode> crossings = new ArrayList<>();

    private StateMachine(MethodPlan plan) {
        this.plan = plan;
        this.node = plan.body().node();
        AsyncMethod method = plan.body().method();
        this.frame = method.frame();
        this.frameSlot = method.frameSlot();
        this.firstLocal = method.firstLocal();
        this.direct = new DirectStart(plan);
    }

    /** The body of {@code plan}, finished. */
    public static MethodNode write(MethodPlan plan) {
        StateMachine machine = new StateMachine(plan);
        if (!plan.points().isEmpty() || plan.body().method().direct()) machine.write();
        return machine.node;
    }

    private void write() {
        forgetDeadLocals();
        plan.points().forEach(this::writePoint);
        ExceptionRanges.leaveOut(gaps, node);
        node.tryCatchBlocks.addAll(0, crossings);
        writeDispatch();
        LocalVariables.showWhereTheyHold(gaps, node);
    }

    /** What a resumption does not restore must not be expected where paths meet. */
    private void forgetDeadLocals() {
        for (int i = 0; i < node.instructions.size(); i++) {
            if (!(node.instructions.get(i) instanceof FrameNode frame)) continue;
            BitSet needed = plan.needed().at(i);
            int slot = 0;
            for (int entry = 0; entry < frame.local.size(); entry++) {
                Object type = frame.local.get(entry);
                int size = VerificationType.fromFrame(type).getSize();
                if (slot >= firstLocal && !needed.get(slot)) forget(frame.local, entry, size);
                if (slot >= firstLocal && !needed.get(slot) && size == 2) entry++;
                slot += size;
            }
        }
    }

    private static void forget(List<Object> locals, int entry, int size) {
        locals.set(entry, Opcodes.TOP);
        if (size == 2) locals.add(entry + 1, Opcodes.TOP);
    }

    private void writePoint(SuspensionPoint point) {
        LabelNode out = new LabelNode();
        LabelNode resume = new LabelNode();
        LabelNode back = new LabelNode();
        LabelNode on = new LabelNode();
        InsnList code = new InsnList();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(suspended());
        code.add(new JumpInsnNode(Opcodes.IF_ACMPNE, on));
        code.add(out);
        code.add(new InsnNode(Opcodes.POP));
        if (plan.body().method().direct()) code.add(direct.makeFrame(point));
        Spills spills = new Spills(point, frame, frameSlot);
        code.add(spills.save());
        code.add(suspended());
        code.add(new InsnNode(Opcodes.ARETURN));
        code.add(resume);
        code.add(StackMaps.frame(entryLocals(), List.of()));
        code.add(spills.restore());
        code.add(back);
        code.add(new VarInsnNode(Opcodes.ALOAD, plan.body().method().receivedSlot()));
        code.add(woven(Names.RECEIVED, "(Ljava/lang/Object;)Ljava/lang/Object;"));
        if (point.direct()) writeCrossing(point, on, code);
        code.add(on);
        code.add(continuation(point));
        if (frameFollows(point.call())) code.add(new InsnNode(Opcodes.NOP));
        node.instructions.insert(point.call(), code);
        resumes.add(resume);
        gaps.add(new Gap(point, out, resume, back));
    }

    /** What a body throws that was called directly crosses an await, and there is nobody else. */
    private void writeCrossing(SuspensionPoint point, LabelNode on, InsnList code) {
        LabelNode from = new LabelNode();
        LabelNode to = new LabelNode();
        LabelNode handler = new LabelNode();
        node.instructions.insertBefore(point.call(), from);
        code.insert(to);
        code.add(new JumpInsnNode(Opcodes.GOTO, on));
        code.add(handler);
        List<VerificationType> thrown = List.of(new VerificationType.Reference(Names.THROWABLE));
        code.add(StackMaps.frame(point.locals(), thrown));
        code.add(new VarInsnNode(Opcodes.ALOAD, plan.body().method().awaiterSlot()));
        String throwable = Names.descriptor(Names.THROWABLE);
        code.add(
                woven(
                        Names.CROSSED,
                        "(" + throwable + Names.descriptor(Names.COROUTINE) + ")" + throwable));
        code.add(new InsnNode(Opcodes.ATHROW));
        crossings.add(new TryCatchBlockNode(from, to, handler, null));
    }

    private void writeDispatch() {
        LabelNode start = new LabelNode();
        LabelNode bad = new LabelNode();
        InsnList code = new InsnList();
        if (plan.body().method().direct()) code.add(direct.begin(start, entryLocals()));
        code.add(new VarInsnNode(Opcodes.ALOAD, frameSlot));
        code.add(new FieldInsnNode(Opcodes.GETFIELD, Names.FRAME, Names.STATE, "I"));
        List<LabelNode> targets = new ArrayList<>(List.of(start));
        targets.addAll(resumes);
        code.add(
                new TableSwitchInsnNode(
                        0, targets.size() - 1, bad, targets.toArray(LabelNode[]::new)));
        code.add(bad);
        code.add(StackMaps.frame(entryLocals(), List.of()));
        code.add(new VarInsnNode(Opcodes.ALOAD, frameSlot));
        code.add(
                woven(
                        Names.BAD_STATE,
                        "("
                                + Names.descriptor(Names.FRAME)
                                + ")Ljava/lang/IllegalStateException;"));
        code.add(new InsnNode(Opcodes.ATHROW));
        code.add(start);
        code.add(StackMaps.frame(entryLocals(), List.of()));
        if (startsWithFrame()) code.add(new InsnNode(Opcodes.NOP));
        node.instructions.insert(code);
    }

    private boolean startsWithFrame() {
        AbstractInsnNode first = node.instructions.getFirst();
        while (first.getOpcode() < 0 && !(first instanceof FrameNode)) first = first.getNext();
        return first instanceof FrameNode;
    }

    /** Two frames must not stand at one place. */
    private static boolean frameFollows(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0 && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        return next instanceof FrameNode;
    }

    private static FieldInsnNode suspended() {
        return new FieldInsnNode(
                Opcodes.GETSTATIC, Names.WOVEN, Names.SUSPENDED, Names.OBJECT_DESCRIPTOR);
    }

    private static MethodInsnNode woven(String name, String descriptor) {
        return new MethodInsnNode(Opcodes.INVOKESTATIC, Names.WOVEN, name, descriptor, false);
    }

    private List<VerificationType> entryLocals() {
        List<VerificationType> locals = new ArrayList<>();
        if (!plan.body().method().isStatic()) {
            locals.add(new VerificationType.Reference(plan.body().method().owner().name));
        }
        for (Type type : Type.getArgumentTypes(node.desc)) {
            VerificationType local = VerificationType.of(type);
            locals.add(local);
            if (local != null && local.getSize() == 2) locals.add(Primitive.TOP);
        }
        return locals;
    }

    private static FrameNode continuation(SuspensionPoint point) {
        List<VerificationType> stack = new ArrayList<>(point.operands());
        stack.add(new VerificationType.Reference(Names.OBJECT));
        return StackMaps.frame(point.locals(), stack);
    }
}
