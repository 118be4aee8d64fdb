package dev.weft.weaver.pipeline;

import dev.weft.weaver.Names;
import dev.weft.weaver.Weaving.Problem;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Makes a class that cannot be woven say so wherever its async methods are called. */
public final class Failing {

    private static final String EXCEPTION = "java/lang/IllegalStateException";

    private Failing() {}

    /**
     * The class file with other bodies: those of the methods that are marked, and of those that
     * have a problem, throw an exception.
     */
    public static byte[] instead(byte[] classFile, List<Problem> problems, String message) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, ClassReader.EXPAND_FRAMES);
        for (MethodNode method : node.methods) {
            boolean has = method.instructions.size() > 0;
            if (has && (marked(method) || concerns(method, problems))) fail(method, message);
        }
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        node.accept(writer);
        return writer.toByteArray();
    }

    private static boolean marked(MethodNode method) {
        List<AnnotationNode> annotations = method.invisibleAnnotations;
        return annotations != null
                && annotations.stream().anyMatch(mark -> mark.desc.equals(Names.ASYNC));
    }

    private static boolean concerns(MethodNode method, List<Problem> problems) {
        return problems.stream()
                .anyMatch(
                        problem ->
                                problem.method().equals(method.name)
                                        && problem.descriptor().equals(method.desc));
    }

    private static void fail(MethodNode method, String message) {
        InsnList code = new InsnList();
        code.add(new TypeInsnNode(Opcodes.NEW, EXCEPTION));
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new LdcInsnNode(message));
        code.add(
                new MethodInsnNode(
                        Opcodes.INVOKESPECIAL, EXCEPTION, "<init>", "(Ljava/lang/String;)V"));
        code.add(new InsnNode(Opcodes.ATHROW));
        method.instructions = code;
        method.tryCatchBlocks = new ArrayList<>();
        method.localVariables = null;
        method.visibleLocalVariableAnnotations = null;
        method.invisibleLocalVariableAnnotations = null;
    }
}
