package dev.weft.differential;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Makes class files look as if they were woven. */
final class Marked {

    private Marked() {}

    static byte[] asWoven(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        writer.visitAttribute(
                new Attribute("dev.weft.Woven") {
                    @Override
                    protected ByteVector write(
                            ClassWriter to,
                            byte @Nullable [] code,
                            int length,
                            int maxStack,
                            int maxLocals) {
                        return new ByteVector();
                    }
                });
        return writer.toByteArray();
    }
}
