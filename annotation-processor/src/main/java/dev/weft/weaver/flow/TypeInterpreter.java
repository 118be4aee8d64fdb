package dev.weft.weaver.flow;

import dev.weft.weaver.flow.VerificationType.Primitive;
import dev.weft.weaver.flow.VerificationType.Reference;
import dev.weft.weaver.flow.VerificationType.Uninitialized;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.Interpreter;

/** The type that each instruction leaves, from what stands in the instruction alone. */
final class TypeInterpreter extends Interpreter<VerificationType> {

    private static final String[] NEWARRAY = {
        "[Z", "[C", "[F", "[D", "[B", "[S", "[I", "[J",
    };

    TypeInterpreter() {
        super(Opcodes.ASM9);
    }

    @Override
    public @Nullable VerificationType newValue(@Nullable Type type) {
        return type == null ? Primitive.TOP : VerificationType.of(type);
    }

    @Override
    public VerificationType newOperation(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.ACONST_NULL -> Primitive.NULL;
            case Opcodes.LCONST_0, Opcodes.LCONST_1 -> Primitive.LONG;
            case Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2 -> Primitive.FLOAT;
            case Opcodes.DCONST_0, Opcodes.DCONST_1 -> Primitive.DOUBLE;
            case Opcodes.LDC -> constant(((LdcInsnNode) insn).cst);
            case Opcodes.GETSTATIC -> declared(((FieldInsnNode) insn).desc);
            case Opcodes.NEW -> new Uninitialized(insn);
            default -> Primitive.INT;
        };
    }

    private static VerificationType constant(Object constant) {
        if (constant instanceof Integer) return Primitive.INT;
        if (constant instanceof Long) return Primitive.LONG;
        if (constant instanceof Float) return Primitive.FLOAT;
        if (constant instanceof Double) return Primitive.DOUBLE;
        if (constant instanceof String) return new Reference("java/lang/String");
        if (constant instanceof Handle) return new Reference("java/lang/invoke/MethodHandle");
        if (constant instanceof ConstantDynamic dynamic) return declared(dynamic.getDescriptor());
        boolean method = ((Type) constant).getSort() == Type.METHOD;
        return new Reference(method ? "java/lang/invoke/MethodType" : "java/lang/Class");
    }

    private static VerificationType declared(String descriptor) {
        VerificationType type = VerificationType.of(Type.getType(descriptor));
        if (type == null) throw new IllegalArgumentException("a value of type void");
        return type;
    }

    @Override
    public VerificationType copyOperation(AbstractInsnNode insn, VerificationType value) {
        return value;
    }

    @Override
    public @Nullable VerificationType unaryOperation(
            AbstractInsnNode insn, VerificationType value) {
        return switch (insn.getOpcode()) {
            case Opcodes.LNEG, Opcodes.I2L, Opcodes.F2L, Opcodes.D2L -> Primitive.LONG;
            case Opcodes.FNEG, Opcodes.I2F, Opcodes.L2F, Opcodes.D2F -> Primitive.FLOAT;
            case Opcodes.DNEG, Opcodes.I2D, Opcodes.L2D, Opcodes.F2D -> Primitive.DOUBLE;
            case Opcodes.GETFIELD -> declared(((FieldInsnNode) insn).desc);
            case Opcodes.NEWARRAY -> new Reference(NEWARRAY[((IntInsnNode) insn).operand - 4]);
            case Opcodes.ANEWARRAY ->
                    new Reference(
                            "[" + Type.getObjectType(((TypeInsnNode) insn).desc).getDescriptor());
            case Opcodes.CHECKCAST -> new Reference(((TypeInsnNode) insn).desc);
            default -> Primitive.INT;
        };
    }

    @Override
    public @Nullable VerificationType binaryOperation(
            AbstractInsnNode insn, VerificationType left, VerificationType right) {
        return switch (insn.getOpcode()) {
            case Opcodes.AALOAD -> element(left);
            case Opcodes.LALOAD,
                    Opcodes.LADD,
                    Opcodes.LSUB,
                    Opcodes.LMUL,
                    Opcodes.LDIV,
                    Opcodes.LREM,
                    Opcodes.LSHL,
                    Opcodes.LSHR,
                    Opcodes.LUSHR,
                    Opcodes.LAND,
                    Opcodes.LOR,
                    Opcodes.LXOR ->
                    Primitive.LONG;
            case Opcodes.FALOAD,
                    Opcodes.FADD,
                    Opcodes.FSUB,
                    Opcodes.FMUL,
                    Opcodes.FDIV,
                    Opcodes.FREM ->
                    Primitive.FLOAT;
            case Opcodes.DALOAD,
                    Opcodes.DADD,
                    Opcodes.DSUB,
                    Opcodes.DMUL,
                    Opcodes.DDIV,
                    Opcodes.DREM ->
                    Primitive.DOUBLE;
            default -> Primitive.INT;
        };
    }

    private static VerificationType element(VerificationType array) {
        if (!(array instanceof Reference reference)) return Primitive.NULL;
        return declared(reference.name().substring(1));
    }

    @Override
    public @Nullable VerificationType ternaryOperation(
            AbstractInsnNode insn,
            VerificationType array,
            VerificationType index,
            VerificationType value) {
        return null;
    }

    @Override
    public @Nullable VerificationType naryOperation(
            AbstractInsnNode insn, List<? extends VerificationType> values) {
        if (insn instanceof MultiANewArrayInsnNode array) return new Reference(array.desc);
        String descriptor =
                insn instanceof InvokeDynamicInsnNode dynamic
                        ? dynamic.desc
                        : ((MethodInsnNode) insn).desc;
        return VerificationType.of(Type.getReturnType(descriptor));
    }

    @Override
    public void returnOperation(
            AbstractInsnNode insn, VerificationType value, VerificationType expected) {}

    @Override
    public VerificationType merge(VerificationType first, VerificationType second) {
        throw new UnsupportedOperationException("types are read from frames, never merged");
    }
}
