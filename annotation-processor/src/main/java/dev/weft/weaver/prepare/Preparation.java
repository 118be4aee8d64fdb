package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.TypeOracle;
import dev.weft.weaver.Weaving.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Makes the body of an async method out of the method, in steps that each leave valid code. */
public final class Preparation {

    private Preparation() {}

    /**
     * The body of {@code method}.
     *
     * @param types tells of other classes
     * @param direct the calls of the method's class that need no frame
     * @param problems takes what makes it impossible; the body is of no use then
     */
    public static Body of(
            AsyncMethod method, TypeOracle types, DirectCalls direct, List<Problem> problems) {
        MethodNode node = FrameParameter.added(method);
        int awaiter = method.awaiterSlot();
        Set<MethodInsnNode> calls = new HashSet<>();
        new AwaitCalls(method, node, direct, calls).lower(problems);
        new AsyncCloses(method.owner().name, node, types, awaiter, calls).lower();
        new Returns(method, node, direct, calls).lower();
        new EachLoops(method, node, awaiter, calls).lower(problems);
        Body body = new Body(method, node, inOrder(node, calls));
        Monitors.check(body, problems);
        if (problems.isEmpty()) new DeferredNews(body, problems).defer();
        return body;
    }

    private static List<MethodInsnNode> inOrder(MethodNode node, Set<MethodInsnNode> calls) {
        List<MethodInsnNode> ordered = new ArrayList<>();
        for (AbstractInsnNode insn : node.instructions) {
            if (insn instanceof MethodInsnNode call && calls.contains(call)) ordered.add(call);
        }
        return ordered;
    }
}
