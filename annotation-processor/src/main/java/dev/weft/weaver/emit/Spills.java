package dev.weft.weaver.emit;

import dev.weft.weaver.Names;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Primitive;
import dev.weft.weaver.plan.FrameField;
import dev.weft.weaver.plan.Saved;
import dev.weft.weaver.plan.SuspensionPoint;
import java.util.List;
import java.util.ListIterator;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The code that saves a method's values into its frame at one suspension, and loads them again. */
final class Spills {

    private final SuspensionPoint point;
    private final String frame;
    private final int frameSlot;

    Spills(SuspensionPoint point, String frame, int frameSlot) {
        this.point = point;
        this.frame = frame;
        this.frameSlot = frameSlot;
    }

    /** Takes the operands off the stack, stores what is needed and sets the state. */
    InsnList save() {
        InsnList code = new InsnList();
        saveOperands(code);
        for (Saved local : point.stored()) {
            code.add(loadFrame());
            code.add(new VarInsnNode(load(local.type()), local.position()));
            code.add(field(Opcodes.PUTFIELD, local.field()));
        }
        for (FrameField stale : point.cleared()) {
            code.add(loadFrame());
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            code.add(field(Opcodes.PUTFIELD, stale));
        }
        code.add(loadFrame());
        code.add(Constants.integer(point.state()));
        code.add(new FieldInsnNode(Opcodes.PUTFIELD, Names.FRAME, Names.STATE, "I"));
        return code;
    }

    private void saveOperands(InsnList code) {
        List<Saved> saved = point.savedOperands();
        ListIterator<Saved> next = saved.listIterator(saved.size());
        for (int i = point.operands().size() - 1; i >= 0; i--) {
            if (point.operands().get(i) == Primitive.NULL) {
                code.add(new InsnNode(Opcodes.POP));
                continue;
            }
            code.add(loadFrame());
            if (point.operands().get(i).getSize() == 2) {
                code.add(new InsnNode(Opcodes.DUP_X2));
                code.add(new InsnNode(Opcodes.POP));
            } else {
                code.add(new InsnNode(Opcodes.SWAP));
            }
            code.add(field(Opcodes.PUTFIELD, next.previous().field()));
        }
    }

    /** Puts locals and operands back where the call had left them. */
    InsnList restore() {
        InsnList code = new InsnList();
        for (Saved local : point.restored()) {
            code.add(loadFrame());
            code.add(field(Opcodes.GETFIELD, local.field()));
            code.add(new VarInsnNode(store(local.type()), local.position()));
        }
        for (int slot : point.nulls()) {
            code.add(new InsnNode(Opcodes.ACONST_NULL));
            code.add(new VarInsnNode(Opcodes.ASTORE, slot));
        }
        ListIterator<Saved> next = point.savedOperands().listIterator();
        for (VerificationType operand : point.operands()) {
            if (operand == Primitive.NULL) {
                code.add(new InsnNode(Opcodes.ACONST_NULL));
                continue;
            }
            code.add(loadFrame());
            code.add(field(Opcodes.GETFIELD, next.next().field()));
        }
        return code;
    }

    private VarInsnNode loadFrame() {
        return new VarInsnNode(Opcodes.ALOAD, frameSlot);
    }

    private FieldInsnNode field(int opcode, FrameField field) {
        return new FieldInsnNode(opcode, frame, field.name(), field.descriptor());
    }

    private static int load(VerificationType type) {
        return forType(type, Opcodes.ILOAD);
    }

    private static int store(VerificationType type) {
        return forType(type, Opcodes.ISTORE);
    }

    /** The opcodes for int, long, float, double and references follow each other. */
    private static int forType(VerificationType type, int intOpcode) {
        if (!(type instanceof Primitive primitive)) return intOpcode + 4;
        return switch (primitive) {
            case INT -> intOpcode;
            case LONG -> intOpcode + 1;
            case FLOAT -> intOpcode + 2;
            case DOUBLE -> intOpcode + 3;
            case NULL, TOP -> intOpcode + 4;
        };
    }
}
