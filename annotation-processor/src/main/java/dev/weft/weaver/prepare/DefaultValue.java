package dev.weft.weaver.prepare;

import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Primitive;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** The value of a variable that nobody has set. */
final class DefaultValue {

    private DefaultValue() {}

    /** Sets a local to it; of no type there is none. */
    static InsnList store(VerificationType type, int local) {
        InsnList code = new InsnList();
        if (type == Primitive.TOP) return code;
        if (type instanceof Primitive primitive && type != Primitive.NULL) {
            switch (primitive) {
                case LONG -> add(code, Opcodes.LCONST_0, Opcodes.LSTORE, local);
                case FLOAT -> add(code, Opcodes.FCONST_0, Opcodes.FSTORE, local);
                case DOUBLE -> add(code, Opcodes.DCONST_0, Opcodes.DSTORE, local);
                default -> add(code, Opcodes.ICONST_0, Opcodes.ISTORE, local);
            }
        } else {
            add(code, Opcodes.ACONST_NULL, Opcodes.ASTORE, local);
        }
        return code;
    }

    private static void add(InsnList code, int constant, int store, int local) {
        code.add(new InsnNode(constant));
        code.add(new VarInsnNode(store, local));
    }
}
