package dev.weft.eject.source;

import com.github.javaparser.JavaToken;
import com.github.javaparser.Position;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The text of a source file, and where in it the nodes of its tree are. */
public final class SourceFile {

    private final String text;
    private final CompilationUnit unit;
    private final List<Integer> lineStarts = new ArrayList<>();
    private final Set<String> words = new HashSet<>();

    SourceFile(String text, CompilationUnit unit) {
        this.text = text;
        this.unit = unit;
        lineStarts.add(0);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inCrLf = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !inCrLf) {
                lineStarts.add(i + 1);
            }
        }
        for (JavaToken token : unit.getTokenRange().orElseThrow()) {
            if (token.getCategory().isIdentifier()) {
                words.add(token.getText());
            }
        }
    }

    /** The whole text. */
    public String text() {
        return text;
    }

    /** The tree. */
    public CompilationUnit unit() {
        return unit;
    }

    /** Whether an identifier of this name stands anywhere in the file. */
    public boolean says(String name) {
        return words.contains(name);
    }

    /** Where the node begins. */
    public int start(Node node) {
        return offset(node.getRange().orElseThrow().begin);
    }

    /** Where the text behind the node begins. */
    public int end(Node node) {
        return offset(node.getRange().orElseThrow().end) + 1;
    }

    /** Where the text behind a token begins. */
    public int end(JavaToken token) {
        return offset(token.getRange().orElseThrow().end) + 1;
    }

    /** The text of the node. */
    public String text(Node node) {
        return text.substring(start(node), end(node));
    }

    /** The tokens of the node. */
    public static TokenRange tokens(Node node) {
        return node.getTokenRange().orElseThrow();
    }

    /** What stands before the first character of the line. */
    public String indentation(int offset) {
        int start = lineStart(offset);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    /** Where the line begins that this offset is on. */
    public int lineStart(int offset) {
        int start = offset;
        while (start > 0 && text.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** What one level of indentation is in this file. */
    public String indentationUnit() {
        return unit.getTypes().stream()
                .flatMap(type -> type.getMembers().stream())
                .map(member -> indentation(start(member)))
                .filter(indentation -> !indentation.isEmpty())
                .findFirst()
                .orElse("    ");
    }

    private int offset(Position position) {
        return lineStarts.get(position.line - 1) + position.column - 1;
    }
}
