package dev.weft.eject.source;

import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes empty classes of enums and interfaces that are declared in a method, which the parser does
 * not know: they stay as they are, and nothing in them is looked at.
 */
final class Opaque {

    private static final Pattern KEYWORD = Pattern.compile("\\b(?:enum|interface)\\b");

    /** Comments and literals, in which a brace is no brace. */
    private static final Pattern SKIPPED =
            Pattern.compile(
                    "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?(?<!\\\\)\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'");

    private Opaque() {}

    static String covered(String text, Collection<Integer> declarations) {
        StringBuilder covered = new StringBuilder(text);
        for (int start : declarations) {
            Matcher keyword = KEYWORD.matcher(text);
            if (!keyword.find(start)) {
                continue;
            }
            // one letter longer than enum: it takes the blank before
            String other = keyword.group().equals("enum") ? "class" : "class    ";
            int from = keyword.end() - other.length();
            covered.replace(from, keyword.end(), other);
            cover(text, text.indexOf('{', keyword.end()), covered);
        }
        return covered.toString();
    }

    private static void cover(String text, int open, StringBuilder covered) {
        Matcher skipped = SKIPPED.matcher(text);
        int depth = 0;
        int at = open;
        do {
            boolean skips = skipped.region(at, text.length()).lookingAt();
            if (!skips) {
                char c = text.charAt(at);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            }
            int next = skips ? skipped.end() : at + 1;
            for (; at < next; at++) {
                boolean outermost = at == open || depth == 0;
                if (!outermost && text.charAt(at) != '\n') {
                    covered.setCharAt(at, ' ');
                }
            }
        } while (depth > 0);
    }
}
