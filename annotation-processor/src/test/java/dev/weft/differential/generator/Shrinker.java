package dev.weft.differential.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a program smaller as long as it still shows what it showed. */
public final class Shrinker {

    private static final long SECONDS = 60;

    private final GeneratedProgram program;
    private final long end = System.nanoTime() + SECONDS * 1_000_000_000;

    /** The program is changed in place. */
    public Shrinker(GeneratedProgram program) {
        this.program = program;
    }

    /** Deletes statements, and puts the contents of blocks in the place of what holds them. */
    public void shrink(Predicate<GeneratedProgram> stillShows) {
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Node.Block block : blocks(program.members())) {
                for (int i = block.nodes.size() - 1; i >= 0; i--) {
                    if (System.nanoTime() > end) return;
                    if (i < block.nodes.size()) smaller |= without(block, i, stillShows);
                }
            }
        }
    }

    private boolean without(Node.Block block, int index, Predicate<GeneratedProgram> stillShows) {
        List<Node> before = List.copyOf(block.nodes);
        Node node = block.nodes.remove(index);
        if (stillShows.test(program)) return true;
        for (Node.Block inner : node.blocks()) {
            restore(block, before);
            block.nodes.remove(index);
            block.nodes.addAll(index, inner.nodes);
            if (stillShows.test(program)) return true;
        }
        restore(block, before);
        return false;
    }

    private static void restore(Node.Block block, List<Node> before) {
        block.nodes.clear();
        block.nodes.addAll(before);
    }

    private static List<Node.Block> blocks(Node.Block block) {
        List<Node.Block> all = new ArrayList<>(List.of(block));
        for (Node node : block.nodes)
            for (Node.Block inner : node.blocks()) all.addAll(blocks(inner));
        return all;
    }
}
