package dev.weft.weaver.emit;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.flow.StackMaps;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.MethodPlan;
import dev.weft.weaver.plan.SuspensionPoint;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * What a body has that other bodies call directly: such a run has no frame, until it suspends.
 *
 * <pre>
 *   if there is a frame go to DISPATCH
 *   if this is overridden or very deep: return m(args).awaitFrom(awaiter)
 *   START: ...
 *   at a suspension: if there is no frame { frame = new Frame(args); frame.begunIn(awaiter) }
 * </pre>
 */
final class DirectStart {

    /** So many calls in a row are made directly; the next has a frame, and those are counted. */
    private static final int DEEPEST = 16;

    private final MethodPlan plan;
    private final AsyncMethod method;

    DirectStart(MethodPlan plan) {
        this.plan = plan;
        this.method = plan.body().method();
    }

    /** Goes to {@code start} in a run without a frame, and on in any other. */
    InsnList begin(LabelNode start, List<VerificationType> locals) {
        InsnList code = new InsnList();
        LabelNode dispatch = new LabelNode();
        LabelNode withFrame = new LabelNode();
        code.add(load(method.frameSlot()));
        code.add(new JumpInsnNode(Opcodes.IFNONNULL, dispatch));
        if (mayBeOverridden()) {
            code.add(load(0));
            code.add(
                    new MethodInsnNode(
                            Opcodes.INVOKEVIRTUAL,
                            Names.OBJECT,
                            "getClass",
                            "()Ljava/lang/Class;",
                            false));
            code.add(new LdcInsnNode(Type.getObjectType(method.owner().name)));
            code.add(new JumpInsnNode(Opcodes.IF_ACMPNE, withFrame));
        }
        code.add(new VarInsnNode(Opcodes.ILOAD, method.depthSlot()));
        code.add(Constants.integer(DEEPEST));
        code.add(new JumpInsnNode(Opcodes.IF_ICMPLT, start));
        code.add(withFrame);
        if (mayBeOverridden()) code.add(StackMaps.frame(locals, List.of()));
        callWithFrame(code);
        code.add(dispatch);
        code.add(StackMaps.frame(locals, List.of()));
        return code;
    }

    private boolean mayBeOverridden() {
        int fixed = Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        return (method.node().access & fixed) == 0
                && (method.owner().access & Opcodes.ACC_FINAL) == 0;
    }

    private void callWithFrame(InsnList code) {
        int slot = 0;
        for (FrameField parameter : plan.parameters()) {
            Type type = Type.getType(parameter.descriptor());
            code.add(new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
            slot += type.getSize();
        }
        code.add(
                new MethodInsnNode(
                        method.bodyCall(),
                        method.owner().name,
                        method.node().name,
                        method.node().desc,
                        method.inInterface()));
        code.add(load(method.awaiterSlot()));
        code.add(
                new MethodInsnNode(
                        Opcodes.INVOKEVIRTUAL,
                        Names.COROUTINE,
                        Names.AWAIT_FROM,
                        Names.AWAIT_FROM_DESCRIPTOR,
                        false));
        code.add(new InsnNode(Opcodes.ARETURN));
    }

    /** Makes the frame where a run without one suspends; with the operands on the stack. */
    InsnList makeFrame(SuspensionPoint point) {
        InsnList code = new InsnList();
        LabelNode made = new LabelNode();
        code.add(load(method.frameSlot()));
        code.add(new JumpInsnNode(Opcodes.IFNONNULL, made));
        code.add(new TypeInsnNode(Opcodes.NEW, method.frame()));
        code.add(new InsnNode(Opcodes.DUP));
        int slot = 0;
        for (FrameField parameter : plan.parameters()) {
            Type type = Type.getType(parameter.descriptor());
            boolean lost = type.getSort() >= Type.ARRAY && point.lost().contains(slot);
            if (!plan.passing().contains(parameter)) {
                code.add(
                        lost
                                ? new InsnNode(Opcodes.ACONST_NULL)
                                : new VarInsnNode(type.getOpcode(Opcodes.ILOAD), slot));
            }
            slot += type.getSize();
        }
        String constructor = FrameClass.constructor(plan.kept());
        code.add(method(Opcodes.INVOKESPECIAL, method.frame(), "<init>", constructor));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ASTORE, method.frameSlot()));
        code.add(load(method.awaiterSlot()));
        String taken = "(" + Names.descriptor(Names.COROUTINE) + ")V";
        code.add(method(Opcodes.INVOKEVIRTUAL, Names.FRAME, Names.BEGUN_IN, taken));
        code.add(made);
        code.add(StackMaps.frame(point.locals(), point.operands()));
        return code;
    }

    private static MethodInsnNode method(int opcode, String owner, String name, String descriptor) {
        return new MethodInsnNode(opcode, owner, name, descriptor, false);
    }

    private static VarInsnNode load(int slot) {
        return new VarInsnNode(Opcodes.ALOAD, slot);
    }
}
