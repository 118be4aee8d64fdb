package dev.weft.processor.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a text, and where they begin in it. Lines count from 1. */
final class Lines {

    private final String text;
    private final int[] starts;

    Lines(String text) {
        this.text = text;
        List<Integer> found = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && !text.startsWith("\n", i + 1);
            if (ends && i + 1 < text.length()) found.add(i + 1);
        }
        starts = found.stream().mapToInt(Integer::intValue).toArray();
    }

    int count() {
        return starts.length;
    }

    /** The line that an offset lies in. */
    int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Where a line begins. */
    int start(int line) {
        return starts[line - 1];
    }

    /** Where a line ends, without what separates it from the next. */
    int end(int line) {
        int end = line == starts.length ? text.length() : starts[line];
        while (end > start(line)
                && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** The offset of a column, which counts from 1, or the end of the text behind all lines. */
    int offset(int line, int column) {
        return line > starts.length
                ? text.length()
                : Math.min(start(line) + column - 1, text.length());
    }
}
