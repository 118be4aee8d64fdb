package dev.weft.weaver.pipeline;

import dev.weft.weaver.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The attribute that says that a class file is woven, so that it is not woven again. */
final class WovenMarker extends Attribute {

    WovenMarker() {
        super(Names.MARKER);
    }

    @Override
    protected ByteVector write(
            ClassWriter classWriter,
            byte @Nullable [] code,
            int codeLength,
            int maxStack,
            int maxLocals) {
        return new ByteVector();
    }

    static boolean isOn(ClassNode node) {
        List<Attribute> attributes = node.attrs;
        return attributes != null
                && attributes.stream().anyMatch(attribute -> attribute.type.equals(Names.MARKER));
    }
}
