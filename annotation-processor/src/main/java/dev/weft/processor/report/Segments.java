package dev.weft.processor.report;

import dev.weft.processor.report.Page.Segment;
import dev.weft.weaver.MethodFacts.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Cuts the lines of a source into pieces of one style each. */
final class Segments {

    private final String text;
    private final Lines lines;

    /** For each character the names of its styles. */
    private final String[] styles;

    Segments(SourceFacts source, Lines lines, Syntax syntax, Joined joined) {
        this.text = source.text();
        this.lines = lines;
        this.styles = new String[text.length()];
        Arrays.fill(styles, "");
        for (Span span : syntax.spans()) {
            Arrays.fill(styles, span.from(), Math.min(span.to(), text.length()), span.style());
        }
        for (Mark mark : source.marks()) {
            add(mark.from(), trimmed(mark), "waits " + Words.style(mark.kind()));
        }
        for (Joined.Point point : joined.points()) {
            if (point.kind() == Kind.RETURN) addReturn(point.line(), syntax);
        }
        source.notes().stream()
                .sorted(Comparator.comparingInt(Note::from))
                .forEach(note -> add(note.from(), note.to(), "noted " + note.severity().word()));
    }

    /** Without the sign before the value of a declared resource. */
    private int trimmed(Mark mark) {
        String word = text.substring(mark.from(), mark.to()).stripTrailing();
        return mark.from() + (word.endsWith("=") ? word.length() - 1 : word.length());
    }

    private void add(int from, int to, String style) {
        for (int i = Math.max(0, from); i < to && i < text.length(); i++) {
            boolean blank = text.charAt(i) <= ' ';
            if (!blank && !styles[i].contains(style)) styles[i] = (styles[i] + " " + style).strip();
        }
    }

    /** What a tail return waits for is the whole of what it returns: its keyword says so. */
    private void addReturn(int line, Syntax syntax) {
        for (Span span : syntax.spans()) {
            boolean here = lines.start(line) <= span.from() && span.to() <= lines.end(line);
            if (here && text.substring(span.from(), span.to()).equals("return")) {
                add(span.from(), span.to(), "waits return");
            }
        }
    }

    /** The space before what stands on a line. */
    String indentOf(int line) {
        String content = text.substring(lines.start(line), lines.end(line));
        return content.substring(0, content.length() - content.stripLeading().length());
    }

    List<Segment> of(int line) {
        List<Segment> segments = new ArrayList<>();
        int from = lines.start(line);
        int end = lines.end(line);
        for (int i = from + 1; i <= end; i++) {
            if (i == end || !styles[i].equals(styles[from])) {
                segments.add(new Segment(styles[from], text.substring(from, i)));
                from = i;
            }
        }
        return segments;
    }
}
