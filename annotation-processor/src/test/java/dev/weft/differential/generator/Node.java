package dev.weft.differential.generator;

import java.util.ArrayList;
import java.util.List;

/** A piece of a program's text that can be deleted, or replaced by what is in its blocks. */
final class Node {

    private final List<Object> parts = new ArrayList<>();
    private final boolean completes;

    private Node(boolean completes) {
        this.completes = completes;
    }

    /** A statement on one line, behind which the program goes on. */
    static Node line(String text) {
        return new Node(true).text(text);
    }

    /** A statement on one line that ends its block. */
    static Node jump(String text) {
        return new Node(false).text(text);
    }

    static Node compound(boolean completes) {
        return new Node(completes);
    }

    Node text(String text) {
        parts.add(text);
        return this;
    }

    Node block(Block block) {
        parts.add(block);
        return this;
    }

    /** Whether the end of it can be reached, as far as javac knows. */
    boolean completes() {
        return completes;
    }

    List<Block> blocks() {
        return parts.stream().filter(Block.class::isInstance).map(Block.class::cast).toList();
    }

    void write(StringBuilder out, String indent) {
        out.append(indent);
        for (Object part : parts) {
            if (part instanceof Block block) {
                out.append("{\n");
                block.write(out, indent + "  ");
                out.append(indent).append('}');
            } else {
                out.append(part.toString().replace("\n", "\n" + indent));
            }
        }
        out.append('\n');
    }

    /** Statements in a row. */
    static final class Block {
        final List<Node> nodes = new ArrayList<>();

        void add(Node node) {
            nodes.add(node);
        }

        boolean completes() {
            return nodes.isEmpty() || nodes.get(nodes.size() - 1).completes();
        }

        /** Whether its last statement returns or throws, and so no statement can follow it. */
        boolean endsForGood() {
            if (completes()) return false;
            Object first = nodes.get(nodes.size() - 1).parts.get(0);
            return first.toString().startsWith("return") || first.toString().startsWith("throw");
        }

        /** This block where javac cannot know whether it runs. */
        Block behindCondition() {
            Block outer = new Block();
            outer.add(compound(true).text("if (yes()) ").block(this));
            return outer;
        }

        /** This block, or if its end cannot be reached one that javac takes for reachable. */
        Block completing() {
            return completes() ? this : behindCondition();
        }

        void write(StringBuilder out, String indent) {
            for (Node node : nodes) node.write(out, indent);
        }

        String inline() {
            StringBuilder out = new StringBuilder("{\n");
            write(out, "  ");
            return out.append('}').toString();
        }
    }
}
