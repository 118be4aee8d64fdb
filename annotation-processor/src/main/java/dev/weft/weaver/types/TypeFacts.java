package dev.weft.weaver.types;

import dev.weft.weaver.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What one class file says of its class.
 *
 * @param parents internal names of the superclass and the interfaces
 * @param async names of the methods that are marked
 * @param closes whether it declares how it is closed
 */
record TypeFacts(List<String> parents, Set<String> async, boolean closes) {

    static final TypeFacts NOTHING = new TypeFacts(List.of(), Set.of(), false);

    static TypeFacts read(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        Methods methods = new Methods();
        int skipped = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
        reader.accept(methods, skipped);
        Stream<String> parents =
                Stream.concat(
                        Stream.ofNullable(reader.getSuperName()),
                        Stream.of(reader.getInterfaces()));
        return new TypeFacts(parents.toList(), Set.copyOf(methods.async), methods.closes);
    }

    private static final class Methods extends ClassVisitor {
        private final Set<String> async = new HashSet<>();
        private boolean closes;

        Methods() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            closes |= name.equals(Names.CLOSE) && descriptor.equals("()V");
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    if (type.equals(Names.ASYNC)) async.add(name);
                    return null;
                }
            };
        }
    }
}
