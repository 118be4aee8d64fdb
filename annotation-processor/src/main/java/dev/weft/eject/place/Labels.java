package dev.weft.eject.place;

import com.github.javaparser.ast.Node;
import dev.weft.eject.code.Block;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Where control may go to from a block. */
final class Labels extends Contents {

    private final Set<Label> found = new LinkedHashSet<>();

    private Labels(Map<Node, Code> replacements) {
        super(replacements);
    }

    static Set<Label> of(Block block, Map<Node, Code> replacements) {
        Labels labels = new Labels(replacements);
        labels.visit(block);
        return labels.found;
    }

    @Override
    void label(Label label, Block block) {
        found.add(label);
    }
}
