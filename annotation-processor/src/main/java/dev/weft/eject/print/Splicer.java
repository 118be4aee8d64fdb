package dev.weft.eject.print;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.weft.eject.code.Code;
import dev.weft.eject.code.Label;
import dev.weft.eject.code.Machine;
import dev.weft.eject.code.Step;
import dev.weft.eject.code.Variable;
import dev.weft.eject.facts.Facts;
import dev.weft.eject.source.SourceFile;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Gives nodes as text: what nothing has changed in is the user's to the character, around what has
 * changed.
 */
final class Splicer {

    /** Stands for the ends of lines that must not be moved, as they are in a text block. */
    private static final char FIXED_LINE_END = '\ue000';

    private final SourceFile source;
    private final Facts facts;
    private final Map<Node, Code> replacements;
    private final Map<Node, Code> calls;
    private final Map<Node, Machine> machines;
    private final Map<Element, Variable> variables;
    private final Qualifier qualifier;
    private final MachinePrinter printer;
    private final String text;
    private final Map<Node, Boolean> changed = new IdentityHashMap<>();

    Splicer(
            SourceFile source,
            Facts facts,
            Map<Node, Code> replacements,
            Map<Node, Code> calls,
            Map<Node, Machine> machines,
            Map<Element, Variable> variables,
            Qualifier qualifier,
            MachinePrinter printer) {
        this.source = source;
        this.facts = facts;
        this.replacements = replacements;
        this.calls = calls;
        this.machines = machines;
        this.variables = variables;
        this.qualifier = qualifier;
        this.printer = printer;
        this.text = fixTextBlocks(source);
    }

    private static String fixTextBlocks(SourceFile source) {
        StringBuilder text = new StringBuilder(source.text());
        for (TextBlockLiteralExpr block : source.unit().findAll(TextBlockLiteralExpr.class)) {
            for (int i = source.start(block); i < source.end(block); i++) {
                if (text.charAt(i) == '\n') text.setCharAt(i, FIXED_LINE_END);
            }
        }
        return text.toString();
    }

    /** The whole file. */
    String file() {
        return splice(source.unit(), 0, text.length()).replace(FIXED_LINE_END, '\n');
    }

    /** A node; its further lines are indented as much more than its first one as in the source. */
    String text(Node node) {
        return Indentation.remove(raw(node), indentation(node));
    }

    private String indentation(Node node) {
        return source.indentation(source.start(node));
    }

    /** A statement, with the comment that ends its last line. */
    String statement(Node statement) {
        int end = source.end(statement);
        int line = end;
        while (line < text.length() && (text.charAt(line) == ' ' || text.charAt(line) == '\t')) {
            line++;
        }
        boolean remark = text.startsWith("//", line);
        int last = line;
        while (remark && last < text.length() && text.charAt(last) != '\n') last++;
        String behind = remark ? text.substring(end, last).stripTrailing() : "";
        return text(statement) + behind;
    }

    String text(Code code) {
        StringBuilder out = new StringBuilder();
        for (Object part : code.parts()) {
            out.append(text(part));
        }
        return out.toString();
    }

    private String text(Object part) {
        if (part instanceof Node node) return text(node);
        if (part instanceof Variable variable) return variable.name();
        if (part instanceof Code code) return text(code);
        if (part instanceof Label label) return Integer.toString(label.number());
        if (part instanceof Machine machine) return printer.anonymous(machine);
        if (part instanceof Code.Original original) {
            Node node = original.node();
            if (calls.containsKey(node)) return text(calls.get(node));
            String whole = splice(node, source.start(node), source.end(node));
            return Indentation.remove(whole, indentation(node));
        }
        if (part instanceof Code.Untouched untouched) return source.text(untouched.node());
        if (part instanceof Code.Renamed renamed) return renamed(renamed);
        return part.toString();
    }

    private String renamed(Code.Renamed renamed) {
        MethodCallExpr call = renamed.call();
        int open = source.end(call.getName());
        String arguments = splice(call, open, source.end(call));
        return Indentation.remove(renamed.name() + arguments, indentation(call));
    }

    /** A node with its further lines where they are in the source. */
    private String raw(Node node) {
        Code replacement = replacements.get(node);
        if (replacement != null) {
            return Indentation.add(replaced(node, replacement), indentation(node));
        }
        if (calls.containsKey(node)) {
            return Indentation.add(text(calls.get(node)), indentation(node));
        }
        String instead = instead(node);
        if (instead != null) {
            return instead;
        }
        if (node instanceof MethodDeclaration method && machines.containsKey(method)) {
            return printer.method(method, machines.get(method));
        }
        return splice(node, source.start(node), source.end(node));
    }

    /** A statement that jumps has become several. */
    private String replaced(Node node, Code replacement) {
        List<Object> parts = replacement.parts();
        if (!(parts.get(parts.size() - 1) instanceof Step.Jump jump)) {
            return text(replacement);
        }
        StringBuilder out = new StringBuilder();
        if (parts.get(0) instanceof Code.Braced first) {
            out.append(text(first.statement())).append('\n');
        }
        out.append(String.join("\n", printer.jump(jump)));
        out.append("\ncontinue").append(printer.loopLabel(node)).append(';');
        boolean alone = !(node.getParentNode().orElse(null) instanceof BlockStmt);
        return alone
                ? "{\n" + printer.unit() + Indentation.add(out.toString(), printer.unit()) + "\n}"
                : out.toString();
    }

    /** What stands in place of a single name. */
    private @Nullable String instead(Node node) {
        if (node instanceof SimpleName name) {
            Node around = name.getParentNode().orElseThrow();
            if (around instanceof MethodCallExpr call) {
                return call.getName() == name ? qualifier.instead(call) : null;
            }
            Variable variable = variable(around);
            boolean renamed =
                    variable != null
                            && !(around instanceof NameExpr)
                            && !variable.declaredName().equals(name.getIdentifier());
            return renamed ? variable.declaredName() : null;
        }
        if (node instanceof NameExpr name) {
            Variable variable = variable(name);
            if (variable != null) {
                return variable.name().equals(name.getNameAsString()) ? null : variable.name();
            }
        }
        return node instanceof MethodCallExpr ? null : qualifier.instead(node);
    }

    private @Nullable Variable variable(Node node) {
        Element element = facts.element(node);
        return element == null ? null : variables.get(element);
    }

    /** The text between two places in a node, with what has changed in it. */
    String splice(Node node, int from, int to) {
        StringBuilder out = new StringBuilder();
        int at = from;
        List<Node> children =
                node.getChildNodes().stream()
                        .filter(child -> child.getRange().isPresent())
                        .filter(child -> source.start(child) >= from && isChanged(child))
                        .sorted(Comparator.comparingInt(source::start))
                        .toList();
        for (Node child : children) {
            int start = source.start(child);
            if (start < at || source.end(child) > to) continue;
            out.append(text, at, start).append(raw(child));
            at = source.end(child);
        }
        return out.append(text, at, to).toString();
    }

    private boolean isChanged(Node node) {
        Boolean known = changed.get(node);
        if (known == null) {
            known =
                    replacements.containsKey(node)
                            || calls.containsKey(node)
                            || machines.containsKey(node)
                            || instead(node) != null
                            || node.getChildNodes().stream().anyMatch(this::isChanged);
            changed.put(node, known);
        }
        return known;
    }

    SourceFile source() {
        return source;
    }
}
