package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import dev.weft.weaver.Refusals;
import dev.weft.weaver.Weaving.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns loops over {@code each}, which the compiler has written as loops over an {@code Iterator},
 * into loops that await each element:
 *
 * <pre>
 *   HEAD: if not iterator.hasNext() go to END; x = iterator.next(); ...; go to HEAD
 *   HEAD: n = iterator.nextFrom(frame); if n is END go to END; x = n; ...; go to HEAD
 * </pre>
 *
 * <p>What leaves the loop early closes the iterator: see {@link EarlyExits}.
 */
final class EachLoops {

    private final AsyncMethod method;
    private final MethodNode node;
    private final int frame;
    private final Set<MethodInsnNode> suspensions;

    EachLoops(AsyncMethod method, MethodNode node, int frame, Set<MethodInsnNode> suspensions) {
        this.method = method;
        this.node = node;
        this.frame = frame;
        this.suspensions = suspensions;
    }

    void lower(List<Problem> problems) {
        List<EachLoop> loops = new ArrayList<>();
        for (AbstractInsnNode insn : node.instructions.toArray()) {
            if (!Awaits.isEach(insn)) continue;
            EachLoop loop = lower((MethodInsnNode) insn);
            if (loop == null) {
                MethodNode original = method.node();
                int line = Monitors.lineOf(insn);
                problems.add(
                        new Problem(
                                original.name, original.desc, line, Refusals.EACH_WITHOUT_LOOP));
            } else {
                loops.add(loop);
            }
        }
        // the outer ones first: what closes them is then outside the inner ones
        if (problems.isEmpty()) {
            for (EachLoop loop : loops) {
                new EarlyExits(method, node, loop, frame, suspensions).close();
            }
        }
    }

    /** Rewrites the head of one loop; null if this is none. */
    private @Nullable EachLoop lower(MethodInsnNode each) {
        AbstractInsnNode iterator = Calls.after(each);
        if (!calls(iterator, "iterator")) return null;
        AbstractInsnNode store = Calls.after(iterator);
        if (store == null || store.getOpcode() != Opcodes.ASTORE) return null;
        int slot = ((VarInsnNode) store).var;
        AbstractInsnNode head = Calls.after(store);
        if (!loads(head, slot)) return null;
        AbstractInsnNode hasNext = Calls.after(head);
        if (!calls(hasNext, "hasNext")) return null;
        AbstractInsnNode test = Calls.after(hasNext);
        if (test == null || test.getOpcode() != Opcodes.IFEQ) return null;
        AbstractInsnNode load = Calls.after(test);
        if (!loads(load, slot)) return null;
        AbstractInsnNode next = Calls.after(load);
        if (!calls(next, "next")) return null;

        String source = Type.getArgumentTypes(each.desc)[0].getDescriptor();
        String made = Names.descriptor(Names.ASYNC_ITERATOR);
        node.instructions.insert(each, Calls.woven(Names.ITERATE, "(" + source + ")" + made));
        node.instructions.remove(each);
        node.instructions.remove(iterator);
        JumpInsnNode exhausted = new JumpInsnNode(Opcodes.IF_ACMPEQ, ((JumpInsnNode) test).label);
        VarInsnNode element = step(hasNext);
        node.instructions.set(test, exhausted);
        node.instructions.remove(load);
        node.instructions.set(next, element);
        return new EachLoop(slot, head, exhausted, element);
    }

    /** Replaces {@code hasNext} by the step, whose result is loaded again behind the test. */
    private VarInsnNode step(AbstractInsnNode hasNext) {
        int local = node.maxLocals++;
        MethodInsnNode step =
                new MethodInsnNode(
                        Opcodes.INVOKEINTERFACE,
                        Names.ASYNC_ITERATOR,
                        Names.NEXT_FROM,
                        Names.AWAIT_FROM_DESCRIPTOR,
                        true);
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, frame));
        code.add(step);
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ASTORE, local));
        code.add(
                new FieldInsnNode(
                        Opcodes.GETSTATIC, Names.WOVEN, Names.END, Names.OBJECT_DESCRIPTOR));
        node.instructions.insertBefore(hasNext, code);
        node.instructions.remove(hasNext);
        suspensions.add(step);
        return new VarInsnNode(Opcodes.ALOAD, local);
    }

    private static boolean calls(@Nullable AbstractInsnNode insn, String name) {
        return insn instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKEINTERFACE
                && call.name.equals(name);
    }

    private static boolean loads(@Nullable AbstractInsnNode insn, int slot) {
        return insn instanceof VarInsnNode load
                && load.getOpcode() == Opcodes.ALOAD
                && load.var == slot;
    }
}
