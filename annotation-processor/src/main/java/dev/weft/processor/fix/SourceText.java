package dev.weft.processor.fix;

import com.github.javaparser.Position;
import com.github.javaparser.ast.Node;
import java.util.ArrayList;
import java.util.List;

/** A source's text, by lines as JavaParser counts them, and what becomes of it. */
final class SourceText {

    private final String text;
    private final List<Integer> lines = new ArrayList<>();

    SourceText(String text) {
        this.text = text;
        lines.add(0);
        for (int i = 0; i < text.length(); i++) {
            boolean half = i + 1 < text.length() && text.startsWith("\r\n", i);
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r' && !half) {
                lines.add(i + 1);
            }
        }
    }

    String text() {
        return text;
    }

    int start(Node node) {
        return offset(node.getRange().orElseThrow().begin);
    }

    int end(Node node) {
        return offset(node.getRange().orElseThrow().end) + 1;
    }

    private int offset(Position position) {
        return lines.get(position.line - 1) + position.column - 1;
    }

    /** Where the next line begins. */
    int lineAfter(Node node) {
        int line = node.getRange().orElseThrow().end.line;
        return line < lines.size() ? lines.get(line) : text.length();
    }

    /** Where the line begins that a place is on. */
    int lineOf(int offset) {
        return lines.stream().filter(start -> start <= offset).reduce(0, Math::max);
    }

    /** What a line begins with before its first word. */
    String indentation(int offset) {
        int start = lineOf(offset);
        int end = start;
        while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return text.substring(start, end);
    }

    String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    String with(List<Edit> edits) {
        StringBuilder changed = new StringBuilder();
        int done = 0;
        for (Edit edit : edits.stream().sorted(Edit.IN_ORDER).toList()) {
            changed.append(text, done, edit.start()).append(edit.text());
            done = edit.end();
        }
        return changed.append(text.substring(done)).toString();
    }
}
