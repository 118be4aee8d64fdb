package dev.weft.weaver.prepare;

import dev.weft.weaver.AsyncMethod;
import dev.weft.weaver.Names;
import dev.weft.weaver.flow.StackMaps;
import dev.weft.weaver.flow.VerificationType;
import dev.weft.weaver.flow.VerificationType.Primitive;
import dev.weft.weaver.flow.VerificationType.Reference;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Frame;

/** Writes the ways out of a loop that close its iterator. */
final class Detours {

    private final AsyncMethod method;
    private final MethodNode node;
    private final EachLoop loop;
    private final int awaiter;
    private final Set<MethodInsnNode> suspensions;
    private final int line;
    private final List<TryCatchBlockNode> enclosing = new ArrayList<>();
    private final LabelNode start = new LabelNode();

    Detours(
            AsyncMethod method,
            MethodNode node,
            EachLoop loop,
            int awaiter,
            Set<MethodInsnNode> suspensions) {
        this.method = method;
        this.node = node;
        this.loop = loop;
        this.awaiter = awaiter;
        this.suspensions = suspensions;
        this.line = Monitors.lineOf(loop.head());
    }

    void begin() {
        int head = node.instructions.indexOf(loop.head());
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            boolean covers =
                    node.instructions.indexOf(range.start) <= head
                            && head < node.instructions.indexOf(range.end);
            if (covers) enclosing.add(range);
        }
        add(start);
    }

    /** A way from an instruction of the loop to {@code target}, and where it begins. */
    LabelNode to(LabelNode target, AbstractInsnNode from, Frame<VerificationType> types) {
        return way(from, types, new JumpInsnNode(Opcodes.GOTO, target));
    }

    /** A way to a return of what lies on the stack, and where it begins. */
    LabelNode toReturn(AbstractInsnNode from, Frame<VerificationType> types) {
        return way(from, types, new InsnNode(Opcodes.ARETURN));
    }

    private LabelNode way(
            AbstractInsnNode from, Frame<VerificationType> types, AbstractInsnNode leave) {
        FrameNode atEntry = frameOf(types);
        LabelNode entry = enter(atEntry);
        add(new VarInsnNode(Opcodes.ALOAD, loop.iterator()));
        add(new VarInsnNode(Opcodes.ALOAD, awaiter));
        suspend(Calls.suspending(Names.ABANDON, Names.ASYNC_ITERATOR));
        add(new InsnNode(Opcodes.POP));
        add(leave);
        showVariables(from, atEntry, entry);
        return entry;
    }

    /** The variables in scope where one comes from are in scope on the way as well. */
    private void showVariables(AbstractInsnNode from, FrameNode types, LabelNode entry) {
        if (node.localVariables == null) return;
        LabelNode end = new LabelNode();
        add(end);
        int index = node.instructions.indexOf(from);
        BitSet held = heldIn(types);
        for (LocalVariableNode variable : List.copyOf(node.localVariables)) {
            boolean inScope =
                    node.instructions.indexOf(variable.start) <= index
                            && index < node.instructions.indexOf(variable.end);
            if (inScope && held.get(variable.index)) {
                node.localVariables.add(
                        new LocalVariableNode(
                                variable.name,
                                variable.desc,
                                variable.signature,
                                entry,
                                end,
                                variable.index));
            }
        }
    }

    private static BitSet heldIn(FrameNode types) {
        BitSet held = new BitSet();
        int slot = 0;
        for (Object entry : types.local) {
            VerificationType type = VerificationType.fromFrame(entry);
            held.set(slot, type != Primitive.TOP);
            slot += type.getSize();
        }
        return held;
    }

    /**
     * Writes where what is thrown out of the loop is caught.
     *
     * @param bounds the start and the end of each piece of the loop
     */
    void end(List<LabelNode> bounds) {
        FrameNode types = caught();
        LabelNode handler = enter(types);
        int failure = node.maxLocals++;
        add(new VarInsnNode(Opcodes.ASTORE, failure));
        add(new VarInsnNode(Opcodes.ALOAD, loop.iterator()));
        add(new VarInsnNode(Opcodes.ALOAD, failure));
        add(new VarInsnNode(Opcodes.ALOAD, awaiter));
        suspend(Calls.suspending(Names.ABANDON, Names.ASYNC_ITERATOR, Names.THROWABLE));
        add(new TypeInsnNode(Opcodes.CHECKCAST, Names.THROWABLE));
        add(new InsnNode(Opcodes.ATHROW));
        showVariables(loop.head(), types, handler);
        LabelNode end = new LabelNode();
        add(end);
        catchAll(bounds, handler);
        for (TryCatchBlockNode range : enclosing) {
            int position = node.tryCatchBlocks.indexOf(range) + 1;
            node.tryCatchBlocks.add(
                    position, new TryCatchBlockNode(start, end, range.handler, range.type));
        }
    }

    /** Behind the tries in the loop, before those that it is in, all their pieces. */
    private void catchAll(List<LabelNode> bounds, LabelNode handler) {
        int position = 0;
        while (position < node.tryCatchBlocks.size() && !isAround(position)) position++;
        for (int i = 0; i < bounds.size(); i += 2) {
            node.tryCatchBlocks.add(
                    position++,
                    new TryCatchBlockNode(bounds.get(i), bounds.get(i + 1), handler, null));
        }
    }

    private boolean isAround(int position) {
        LabelNode handler = node.tryCatchBlocks.get(position).handler;
        return enclosing.stream().anyMatch(range -> range.handler == handler);
    }

    /**
     * The types that hold everywhere in the loop: parameters, and what the tries around it need.
     */
    private FrameNode caught() {
        List<VerificationType> locals = parameters();
        int parameters = locals.size();
        while (locals.size() < node.maxLocals) locals.add(Primitive.TOP);
        for (TryCatchBlockNode range : enclosing) addLocals(range.handler, parameters, locals);
        locals.set(loop.iterator(), new Reference(Names.ITERATOR));
        return StackMaps.frame(locals, List.of(new Reference(Names.THROWABLE)));
    }

    private static void addLocals(LabelNode handler, int from, List<VerificationType> locals) {
        AbstractInsnNode insn = handler;
        while (!(insn instanceof FrameNode)) insn = insn.getNext();
        int slot = 0;
        for (Object entry : ((FrameNode) insn).local) {
            VerificationType type = VerificationType.fromFrame(entry);
            if (slot >= from && type != Primitive.TOP) locals.set(slot, type);
            slot += type.getSize();
        }
    }

    private List<VerificationType> parameters() {
        List<VerificationType> locals = new ArrayList<>();
        if (!method.isStatic()) locals.add(new Reference(method.owner().name));
        for (Type argument : Type.getArgumentTypes(method.bodyDescriptor())) {
            VerificationType type = VerificationType.of(argument);
            assert type != null;
            locals.add(type);
            if (type.getSize() == 2) locals.add(Primitive.TOP);
        }
        return locals;
    }

    /** A parameter that is not needed any more holds what was passed after a suspension. */
    FrameNode frameOf(Frame<VerificationType> types) {
        List<VerificationType> locals = parameters();
        for (int i = locals.size(); i < types.getLocals(); i++) locals.add(types.getLocal(i));
        List<VerificationType> operands = new ArrayList<>();
        for (int i = 0; i < types.getStackSize(); i++) operands.add(types.getStack(i));
        return StackMaps.frame(locals, operands);
    }

    private LabelNode enter(FrameNode types) {
        LabelNode entry = new LabelNode();
        add(entry);
        if (line > 0) add(new LineNumberNode(line, entry));
        add(types);
        return entry;
    }

    private void suspend(MethodInsnNode call) {
        suspensions.add(call);
        add(call);
    }

    private void add(AbstractInsnNode insn) {
        node.instructions.add(insn);
    }
}
