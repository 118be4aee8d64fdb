package dev.weft.processor;

import dev.weft.weaver.Weaving;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Marks each class that it is given with a field, and adds one frame class beside it. */
final class MarkingWeaver implements ClassWeaver {

    static final String MARK = "woven$mark";

    @Override
    public Weaving weave(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        writer.visitField(access, MARK, "I", null, null).visitEnd();
        return new Weaving.Woven(
                new Weaving.ClassFile(reader.getClassName(), writer.toByteArray()),
                List.of(frame(reader.getClassName() + "$$frame")),
                List.of());
    }

    private static Weaving.ClassFile frame(String name) {
        ClassWriter writer = new ClassWriter(0);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
        writer.visit(Opcodes.V17, access, name, null, "java/lang/Object", null);
        writer.visitEnd();
        return new Weaving.ClassFile(name, writer.toByteArray());
    }
}
