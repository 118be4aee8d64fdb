package dev.weft.processor.fix;

import com.github.javaparser.ast.Node;
import com.sun.source.tree.Tree;
import dev.weft.processor.check.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a remedy into edits: what stands between the parts that stay is replaced by what stands
 * between them in the template, and stays too where both say the same.
 */
final class Splice {

    private static final Pattern PART = Pattern.compile("\\{(\\d+)}");
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z][\\w.]*)}");

    private final SourceText source;
    private final Nodes nodes;
    private final Imports imports;

    Splice(SourceText source, Nodes nodes, Imports imports) {
        this.source = source;
        this.nodes = nodes;
        this.imports = imports;
    }

    /** The edits; none if JavaParser does not see what javac saw. */
    List<Edit> edits(Remedy remedy) {
        Node whole = nodes.of(remedy.tree()).orElse(null);
        List<Node> parts = new ArrayList<>();
        for (Tree part : remedy.parts()) {
            Optional<? extends Node> node = nodes.of(part);
            if (node.isEmpty() || whole == null) {
                return List.of();
            }
            parts.add(node.get());
        }
        return whole == null ? List.of() : edits(remedy, whole, parts);
    }

    private List<Edit> edits(Remedy remedy, Node whole, List<Node> parts) {
        List<Edit> edits = new ArrayList<>();
        int size = source.end(whole) - source.start(whole);
        int from = source.start(whole);
        int begin = 0;
        Matcher part = PART.matcher(remedy.template());
        while (part.find()) {
            Node node = parts.get(Integer.parseInt(part.group(1)));
            String literal = remedy.template().substring(begin, part.start());
            add(
                    new Edit(from, source.start(node), text(literal, remedy, whole), false, size),
                    edits);
            from = source.end(node);
            begin = part.end();
        }
        String rest = text(remedy.template().substring(begin), remedy, whole);
        add(new Edit(from, source.end(whole), rest, begin > 0, size), edits);
        return edits;
    }

    private void add(Edit edit, List<Edit> edits) {
        String before = source.text().substring(edit.start(), edit.end());
        if (!before.replaceAll("\\s", "").equals(edit.text().replaceAll("\\s", ""))) {
            edits.add(edit);
        }
    }

    private String text(String literal, Remedy remedy, Node whole) {
        String indented =
                literal.replace("\n", source.lineEnd() + source.indentation(source.start(whole)));
        return NAME.matcher(indented)
                .replaceAll(
                        name ->
                                Matcher.quoteReplacement(
                                        imports.nameOf(name.group(1), remedy.hidden())));
    }
}
