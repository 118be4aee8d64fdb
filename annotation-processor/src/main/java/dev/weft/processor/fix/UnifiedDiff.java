package dev.weft.processor.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/** The difference of two texts, as {@code patch} and {@code git apply} read it. */
final class UnifiedDiff {

    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file";

    private UnifiedDiff() {}

    static String of(String path, String before, String after) {
        List<String> old = lines(before);
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff(
                        "a/" + path, "b/" + path, old, DiffUtils.diff(old, lines(after)), CONTEXT);
        return String.join("\n", before.endsWith("\n") ? diff : marked(diff, old)) + "\n";
    }

    /** Lines keep a carriage return, so that it is put back with them. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (text.endsWith("\n")) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    /** Says of a last line that no line end follows it, wherever the difference shows it. */
    private static List<String> marked(List<String> diff, List<String> old) {
        String last = old.get(old.size() - 1);
        List<String> marked = new ArrayList<>(diff);
        int end = diff.size() - 1;
        if (end >= 0 && diff.get(end).equals(" " + last)) {
            marked.add(NO_NEWLINE);
        } else if (end >= 0 && diff.get(end).startsWith("+")) {
            marked.add(NO_NEWLINE);
            int removed = diff.lastIndexOf("-" + last);
            if (removed >= 0) {
                marked.add(removed + 1, NO_NEWLINE);
            }
        }
        return marked;
    }
}
