package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Awaits;
import dev.weft.weaver.Names;
import dev.weft.weaver.Refusals;
import dev.weft.weaver.Weaving.Problem;
import dev.weft.weaver.flow.VerificationType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Turns loops over {@code each}, which the compiler has written as loops over an {@code Iterator},
 * into loops that await each element:
 *
 * <pre>
 *   HEAD: if not iterator.hasNext() go to END; x = iterator.next(); ...; go to HEAD
 *   HEAD: n = iterator.nextFrom(awaiter); if n is END go to END; x = n; ...; go to HEAD
 * </pre>
 *
 * <p>So javac writes them; Eclipse's compiler begins with a jump to the test, which it puts last.
 *
 * <p>What leaves the loop early closes the iterator: see {@link EarlyExits}.
 */
final class EachLoops {

    private final AsyncMethod method;
    private final MethodNode node;
    private final int awaiter;
    private final Set<MethodInsnNode> suspensions;

    EachLoops(AsyncMethod method, MethodNode node, int awaiter, Set<MethodInsnNode> suspensions) {
        this.method = method;
        this.node = node;
        this.awaiter = awaiter;
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
                new EarlyExits(method, node, loop, awaiter, suspensions).close();
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
        AbstractInsnNode entry = Calls.after(store);
        boolean testedLast = entry != null && entry.getOpcode() == Opcodes.GOTO;
        AbstractInsnNode head = testedLast ? Calls.after(((JumpInsnNode) entry).label) : entry;
        if (!loads(head, slot)) return null;
        AbstractInsnNode hasNext = Calls.after(head);
        if (!calls(hasNext, "hasNext")) return null;
        AbstractInsnNode test = Calls.after(hasNext);
        if (test == null || test.getOpcode() != (testedLast ? Opcodes.IFNE : Opcodes.IFEQ)) {
            return null;
        }
        AbstractInsnNode load = Calls.after(testedLast ? ((JumpInsnNode) test).label : test);
        if (!loads(load, slot)) return null;
        AbstractInsnNode next = Calls.after(load);
        if (!calls(next, "next")) return null;
        iterate(each, iterator);
        JumpInsnNode exhausted =
                testedLast
                        ? testLast(slot, hasNext, (JumpInsnNode) test, load, next)
                        : testFirst(hasNext, (JumpInsnNode) test, load, next);
        return new EachLoop(slot, head, exhausted);
    }

    private void iterate(MethodInsnNode each, AbstractInsnNode iterator) {
        String source = Type.getArgumentTypes(each.desc)[0].getDescriptor();
        String made = Names.descriptor(Names.ASYNC_ITERATOR);
        node.instructions.insert(each, Calls.woven(Names.ITERATE, "(" + source + ")" + made));
        node.instructions.remove(each);
        node.instructions.remove(iterator);
    }

    /** The element is kept in a local while it is compared. */
    private JumpInsnNode testFirst(
            AbstractInsnNode hasNext,
            JumpInsnNode test,
            AbstractInsnNode load,
            AbstractInsnNode next) {
        int local = node.maxLocals++;
        InsnList code = step();
        code.add(new InsnNode(Opcodes.DUP));
        code.add(new VarInsnNode(Opcodes.ASTORE, local));
        JumpInsnNode exhausted = compare(code, test.label);
        replace(hasNext, code);
        node.instructions.remove(test);
        node.instructions.remove(load);
        node.instructions.set(next, new VarInsnNode(Opcodes.ALOAD, local));
        return exhausted;
    }

    /**
     * The element goes up to the start of the round on the stack. Eclipse's compiler lets control
     * fall out of the loop, and nothing there says that the iterator is not needed any more; so the
     * way out becomes a jump.
     */
    private JumpInsnNode testLast(
            int slot,
            AbstractInsnNode hasNext,
            JumpInsnNode test,
            AbstractInsnNode load,
            AbstractInsnNode next) {
        LabelNode end = new LabelNode();
        FrameNode atTest = before(hasNext);
        InsnList code = step();
        code.add(new InsnNode(Opcodes.DUP));
        JumpInsnNode exhausted = compare(code, end);
        code.add(new JumpInsnNode(Opcodes.GOTO, test.label));
        code.add(end);
        code.add(frame(localsWithout(slot, atTest), withElement(atTest)));
        code.add(new InsnNode(Opcodes.POP));
        replace(hasNext, code);
        node.instructions.remove(test);
        FrameNode start = before(load);
        start.stack = withElement(start);
        node.instructions.remove(load);
        node.instructions.remove(next);
        return exhausted;
    }

    private static JumpInsnNode compare(InsnList code, LabelNode end) {
        String object = Names.OBJECT_DESCRIPTOR;
        code.add(new FieldInsnNode(Opcodes.GETSTATIC, Names.WOVEN, Names.END, object));
        JumpInsnNode exhausted = new JumpInsnNode(Opcodes.IF_ACMPEQ, end);
        code.add(exhausted);
        return exhausted;
    }

    /** The compiler's frame that an instruction begins with, or stands right behind. */
    private static FrameNode before(AbstractInsnNode insn) {
        AbstractInsnNode frame = insn;
        while (!(frame instanceof FrameNode)) frame = frame.getPrevious();
        return (FrameNode) frame;
    }

    private static List<Object> localsWithout(int slot, FrameNode types) {
        List<Object> locals = new ArrayList<>(types.local);
        int at = 0;
        for (int i = 0; i < locals.size(); i++) {
            if (at == slot) locals.set(i, Opcodes.TOP);
            at += VerificationType.fromFrame(locals.get(i)).getSize();
        }
        return locals;
    }

    /** There may be operands below, where the loop stands in a switch expression. */
    private static List<Object> withElement(FrameNode types) {
        List<Object> stack = new ArrayList<>(types.stack);
        stack.add(Names.OBJECT);
        return stack;
    }

    private static FrameNode frame(List<Object> locals, List<Object> stack) {
        return new FrameNode(
                Opcodes.F_NEW, locals.size(), locals.toArray(), stack.size(), stack.toArray());
    }

    /** Awaits an element of the iterator on the stack. */
    private InsnList step() {
        MethodInsnNode step =
                new MethodInsnNode(
                        Opcodes.INVOKEINTERFACE,
                        Names.ASYNC_ITERATOR,
                        Names.NEXT_FROM,
                        Names.AWAIT_FROM_DESCRIPTOR,
                        true);
        suspensions.add(step);
        InsnList code = new InsnList();
        code.add(new VarInsnNode(Opcodes.ALOAD, awaiter));
        code.add(step);
        return code;
    }

    private void replace(AbstractInsnNode original, InsnList code) {
        node.instructions.insertBefore(original, code);
        node.instructions.remove(original);
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
