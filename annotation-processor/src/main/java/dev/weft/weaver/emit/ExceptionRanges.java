package dev.weft.weaver.emit;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Splits exception ranges at the gaps, keeping the order in which handlers are searched. */
final class ExceptionRanges {

    private ExceptionRanges() {}

    static void leaveOut(List<Gap> gaps, MethodNode node) {
        List<TryCatchBlockNode> split = new ArrayList<>();
        InsnList code = node.instructions;
        for (TryCatchBlockNode range : node.tryCatchBlocks) {
            LabelNode start = range.start;
            for (Gap gap : gaps) {
                boolean inside =
                        code.indexOf(range.start) < code.indexOf(gap.out())
                                && code.indexOf(gap.back()) < code.indexOf(range.end);
                if (!inside) continue;
                split.add(part(range, start, gap.out()));
                start = gap.back();
            }
            split.add(part(range, start, range.end));
        }
        node.tryCatchBlocks = split;
    }

    private static TryCatchBlockNode part(TryCatchBlockNode range, LabelNode from, LabelNode to) {
        TryCatchBlockNode part = new TryCatchBlockNode(from, to, range.handler, range.type);
        part.visibleTypeAnnotations = range.visibleTypeAnnotations;
        part.invisibleTypeAnnotations = range.invisibleTypeAnnotations;
        return part;
    }
}
