package dev.weft.weaver.prepare;

import dev.weft.weaver.Names;
import dev.weft.weaver.flow.ControlFlow;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * The instructions that belong to a loop: what can be reached from its head while the iterator is
 * in scope, as the compiler's frames say, and inside all the tries that the loop is in. The second
 * matters where a way out passes a {@code finally}: the compiler writes a copy of it into the loop,
 * and leaves the copy out of its try.
 */
final class LoopRegion {

    private final InsnList code;
    private final EachLoop loop;
    private final ControlFlow flow;
    private final Map<AbstractInsnNode, Frame<VerificationType>> types;
    private final Set<Integer> enclosing;

    private LoopRegion(
            MethodNode node, EachLoop loop, Map<AbstractInsnNode, Frame<VerificationType>> types) {
        this.code = node.instructions;
        this.loop = loop;
        this.flow = ControlFlow.of(node);
        this.types = types;
        this.enclosing = Set.copyOf(flow.handlers(code.indexOf(loop.head())));
    }

    /**
     * The instructions of {@code loop}, without labels and the like.
     *
     * @param types types before each instruction that can be reached
     */
    static Set<AbstractInsnNode> of(
            MethodNode node, EachLoop loop, Map<AbstractInsnNode, Frame<VerificationType>> types) {
        return new LoopRegion(node, loop, types).find();
    }

    private Set<AbstractInsnNode> find() {
        Set<AbstractInsnNode> members = new LinkedHashSet<>();
        Deque<AbstractInsnNode> open = new ArrayDeque<>(List.of(loop.head()));
        while (!open.isEmpty()) {
            AbstractInsnNode insn = open.pop();
            if (!members.add(insn)) continue;
            int index = code.indexOf(insn);
            for (int next : flow.successors(index)) visit(next, open);
            for (int handler : flow.handlers(index)) visit(handler, open);
        }
        return members;
    }

    /** Labels and the like belong to what comes behind them. */
    private void visit(int from, Deque<AbstractInsnNode> open) {
        int index = from;
        while (code.get(index).getOpcode() < 0) index++;
        AbstractInsnNode insn = code.get(index);
        if (holdsIterator(insn) && flow.handlers(index).containsAll(enclosing)) open.push(insn);
    }

    private boolean holdsIterator(AbstractInsnNode insn) {
        Frame<VerificationType> before = types.get(insn);
        return before != null
                && before.getLocal(loop.iterator()) instanceof Reference held
                && (held.name().equals(Names.ITERATOR) || held.name().equals(Names.ASYNC_ITERATOR));
    }
}
