package dev.weft.differential;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes the generators of the blocking twin lazy: a call of one gives a generator that runs, on a
 * thread of its own, what javac compiled, which moves to a method beside it.
 */
final class LazyGenerators {

    private static final String RETURNED = ")Ldev/weft/AsyncGenerator;";
    private static final String BODY = "dev/weft/GeneratorThread$Body";

    private static final Handle LAMBDA =
            new Handle(
                    Opcodes.H_INVOKESTATIC,
                    "java/lang/invoke/LambdaMetafactory",
                    "metafactory",
                    "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                            + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;"
                            + "Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                            + "Ljava/lang/invoke/CallSite;",
                    false);

    static Map<String, byte[]> in(Map<String, byte[]> classes) {
        Map<String, byte[]> all = new TreeMap<>();
        classes.forEach((name, bytes) -> all.put(name, in(bytes)));
        return all;
    }

    private static byte[] in(byte[] bytes) {
        ClassNode type = new ClassNode();
        new ClassReader(bytes).accept(type, 0);
        List<MethodNode> generators =
                type.methods.stream().filter(LazyGenerators::isGenerator).toList();
        if (generators.isEmpty()) return bytes;
        for (MethodNode generator : generators) type.methods.add(stub(type, generator));
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    private static boolean isGenerator(MethodNode method) {
        if (!method.desc.endsWith(RETURNED) || method.instructions.size() == 0) return false;
        if ((method.access & Opcodes.ACC_SYNTHETIC) == 0 && isAsync(method)) return true;
        for (AbstractInsnNode each : method.instructions)
            if (each instanceof MethodInsnNode call
                    && call.owner.equals("dev/weft/Weft")
                    && (call.name.equals("emit") || call.name.equals("end"))) return true;
        return false;
    }

    private static boolean isAsync(MethodNode method) {
        return method.invisibleAnnotations != null
                && method.invisibleAnnotations.stream()
                        .anyMatch(annotation -> annotation.desc.equals("Ldev/weft/Async;"));
    }

    /** The method that callers call; what it was before gets another name. */
    private static MethodNode stub(ClassNode type, MethodNode body) {
        boolean isStatic = (body.access & Opcodes.ACC_STATIC) != 0;
        boolean isInterface = (type.access & Opcodes.ACC_INTERFACE) != 0;
        MethodNode stub =
                new MethodNode(
                        body.access,
                        body.name,
                        body.desc,
                        body.signature,
                        body.exceptions.toArray(new String[0]));
        body.name += "$body";
        body.access = Opcodes.ACC_PRIVATE | body.access & Opcodes.ACC_STATIC;
        Type of = Type.getObjectType(type.name);
        int slot = 0;
        if (!isStatic) stub.visitVarInsn(Opcodes.ALOAD, slot++);
        for (Type argument : Type.getArgumentTypes(body.desc)) {
            stub.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), slot);
            slot += argument.getSize();
        }
        Type lazy = Type.getMethodType("()Ldev/weft/AsyncGenerator;");
        stub.visitInvokeDynamicInsn(
                "run",
                (isStatic ? "(" : "(" + of)
                        + body.desc.substring(1, body.desc.indexOf(')') + 1)
                        + "L"
                        + BODY
                        + ";",
                LAMBDA,
                lazy,
                new Handle(
                        isStatic ? Opcodes.H_INVOKESTATIC : Opcodes.H_INVOKESPECIAL,
                        type.name,
                        body.name,
                        body.desc,
                        isInterface),
                lazy);
        stub.visitLdcInsn(of.getClassName() + '.' + stub.name);
        stub.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "dev/weft/GeneratorThread",
                "of",
                "(L" + BODY + ";Ljava/lang/String;)Ldev/weft/AsyncGenerator;",
                false);
        stub.visitInsn(Opcodes.ARETURN);
        return stub;
    }

    private LazyGenerators() {}
}
