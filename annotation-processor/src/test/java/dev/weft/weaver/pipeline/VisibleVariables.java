package dev.weft.weaver.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.BasicVerifier;
import org.objectweb.asm.tree.analysis.Frame;

/** Holds the local variable tables of bodies against what ASM's analysis finds in the slots. */
final class VisibleVariables {

    private VisibleVariables() {}

    /** Variables that are visible where their slot has no value of their kind. */
    static List<String> withoutValue(WovenSample woven) {
        return woven.bodies()
                .flatMap(body -> withoutValue(body.owner().name, body.method()))
                .toList();
    }

    private static Stream<String> withoutValue(String owner, MethodNode method) {
        List<String> found = new ArrayList<>();
        Frame<BasicValue>[] frames = analyze(owner, method);
        for (LocalVariableNode variable : method.localVariables) {
            for (AbstractInsnNode insn : method.instructions) {
                Frame<BasicValue> frame = frames[method.instructions.indexOf(insn)];
                if (insn.getOpcode() < 0 || frame == null) continue;
                if (isVisible(variable, insn, method)
                        && !holds(variable, frame.getLocal(variable.index))) {
                    found.add(method.name + ": " + variable.name + " at line " + lineOf(insn));
                }
            }
        }
        return found.stream().distinct();
    }

    static boolean isVisible(LocalVariableNode variable, AbstractInsnNode at, MethodNode method) {
        InsnList code = method.instructions;
        int index = code.indexOf(at);
        return code.indexOf(variable.start) <= index && index < code.indexOf(variable.end);
    }

    private static boolean holds(LocalVariableNode variable, BasicValue value) {
        return switch (variable.desc.charAt(0)) {
            case 'J' -> value == BasicValue.LONG_VALUE;
            case 'D' -> value == BasicValue.DOUBLE_VALUE;
            case 'F' -> value == BasicValue.FLOAT_VALUE;
            case 'L', '[' -> value.isReference();
            default -> value == BasicValue.INT_VALUE;
        };
    }

    private static int lineOf(AbstractInsnNode insn) {
        AbstractInsnNode before = insn;
        while (before != null) {
            if (before instanceof LineNumberNode number) return number.line;
            before = before.getPrevious();
        }
        return 0;
    }

    private static Frame<BasicValue>[] analyze(String owner, MethodNode method) {
        try {
            return new Analyzer<>(new BasicVerifier()).analyzeAndComputeMaxs(owner, method);
        } catch (AnalyzerException e) {
            throw new AssertionError(method.name, e);
        }
    }
}
