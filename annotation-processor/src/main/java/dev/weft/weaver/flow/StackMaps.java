package dev.weft.weaver.flow;

import dev.weft.weaver.flow.VerificationType.Primitive;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;

/** Makes stack map frames. */
public final class StackMaps {

    private StackMaps() {}

    /** A frame from types by slot: a long or double takes two slots but stands in it once. */
    public static FrameNode frame(List<VerificationType> locals, List<VerificationType> operands) {
        List<Object> entries = new ArrayList<>();
        int used = 0;
        for (int slot = 0; slot < locals.size(); slot += locals.get(slot).getSize()) {
            entries.add(locals.get(slot).inFrame());
            if (locals.get(slot) != Primitive.TOP) used = entries.size();
        }
        Object[] local = entries.subList(0, used).toArray();
        Object[] stack = operands.stream().map(VerificationType::inFrame).toArray();
        return new FrameNode(Opcodes.F_NEW, local.length, local, stack.length, stack);
    }
}
