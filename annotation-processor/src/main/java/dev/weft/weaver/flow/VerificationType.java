package dev.weft.weaver.flow;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.analysis.Value;

/** The type of a local or an operand, as the verifier sees it. */
public sealed interface VerificationType extends Value {

    /** The type as a stack map frame names it: a tag, an internal name or a label. */
    Object inFrame();

    @Override
    default int getSize() {
        return this == Primitive.LONG || this == Primitive.DOUBLE ? 2 : 1;
    }

    /** A type without a class; booleans, bytes, chars and shorts are ints here. */
    enum Primitive implements VerificationType {
        /** Unusable: unset, dead, or the second half of a long or double. */
        TOP(Opcodes.TOP, ""),
        INT(Opcodes.INTEGER, "I"),
        FLOAT(Opcodes.FLOAT, "F"),
        LONG(Opcodes.LONG, "J"),
        DOUBLE(Opcodes.DOUBLE, "D"),
        /** The type of the constant null. */
        NULL(Opcodes.NULL, "");

        private final Object tag;
        private final String descriptor;

        Primitive(Object tag, String descriptor) {
            this.tag = tag;
            this.descriptor = descriptor;
        }

        @Override
        public Object inFrame() {
            return tag;
        }

        /** Descriptor of a field that holds it; empty for what need not be held. */
        public String descriptor() {
            return descriptor;
        }
    }

    /** An object of a class, an interface or an array type; the name as in a class constant. */
    record Reference(String name) implements VerificationType {
        @Override
        public Object inFrame() {
            return name;
        }

        public String descriptor() {
            return name.startsWith("[") ? name : "L" + name + ";";
        }
    }

    /** What {@code new} has made and no constructor has been called on yet. */
    record Uninitialized(AbstractInsnNode newInsn) implements VerificationType {
        @Override
        public Object inFrame() {
            if (newInsn.getPrevious() instanceof LabelNode label) return label;
            throw new IllegalStateException("no label to name an uninitialised object by");
        }
    }

    /** The verification type of values of a declared type, null for void. */
    static @Nullable VerificationType of(Type type) {
        return switch (type.getSort()) {
            case Type.VOID -> null;
            case Type.LONG -> Primitive.LONG;
            case Type.DOUBLE -> Primitive.DOUBLE;
            case Type.FLOAT -> Primitive.FLOAT;
            case Type.OBJECT -> new Reference(type.getInternalName());
            case Type.ARRAY -> new Reference(type.getDescriptor());
            default -> Primitive.INT;
        };
    }

    /** The type that an entry of a frame stands for. */
    static VerificationType fromFrame(Object entry) {
        if (entry instanceof String name) return new Reference(name);
        if (entry instanceof LabelNode label) return new Uninitialized(newAt(label));
        for (Primitive primitive : Primitive.values()) {
            if (primitive.tag.equals(entry)) return primitive;
        }
        throw new IllegalArgumentException("unknown frame entry " + entry);
    }

    private static AbstractInsnNode newAt(LabelNode label) {
        AbstractInsnNode insn = label;
        while (insn.getOpcode() != Opcodes.NEW) insn = insn.getNext();
        return insn;
    }
}
