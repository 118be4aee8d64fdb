package dev.weft.weaver.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Tells the lambdas that are plain Java already: all they do is to make the state machine that they
 * were ejected as, an anonymous class, and to start it where it is hot or an entry point.
 */
final class EjectedLambda {

    private EjectedLambda() {}

    static boolean is(MethodNode lambda, ClassNode owner) {
        List<AbstractInsnNode> body = new ArrayList<>();
        for (AbstractInsnNode insn : lambda.instructions) {
            if (insn.getOpcode() >= 0) body.add(insn);
        }
        if (!(body.get(0) instanceof TypeInsnNode made)
                || made.getOpcode() != Opcodes.NEW
                || !isAnonymous(made.desc, owner)) {
            return false;
        }
        return body.stream().skip(1).allMatch(insn -> belongs(insn, made.desc));
    }

    private static boolean isAnonymous(String type, ClassNode owner) {
        return owner.innerClasses.stream()
                .anyMatch(inner -> inner.name.equals(type) && inner.innerName == null);
    }

    private static boolean belongs(AbstractInsnNode insn, String machine) {
        if (!(insn instanceof MethodInsnNode call)) {
            int opcode = insn.getOpcode();
            return opcode == Opcodes.DUP
                    || opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD
                    || opcode == Opcodes.ARETURN
                    || opcode == Opcodes.RETURN;
        }
        return call.getOpcode() == Opcodes.INVOKESPECIAL && call.owner.equals(machine)
                || call.name.equals("start") && call.desc.startsWith("()")
                || call.name.equals("runToEnd") && call.desc.equals("()V");
    }
}
