package dev.weft.eject.print;

/** Moves text of several lines. The first line stands where it is put. */
final class Indentation {

    private Indentation() {}

    /** The text with its further lines moved to the right. */
    static String add(String text, String indentation) {
        StringBuilder moved = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                moved.append('\n').append(lines[i].isBlank() ? "" : indentation);
            }
            moved.append(lines[i]);
        }
        return moved.toString();
    }

    /** The text with its further lines moved to the left, as far as there is room. */
    static String remove(String text, String indentation) {
        StringBuilder moved = new StringBuilder();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i == 0) {
                moved.append(lines[i]);
                continue;
            }
            int common = 0;
            while (common < indentation.length()
                    && common < lines[i].length()
                    && Character.isWhitespace(lines[i].charAt(common))) {
                common++;
            }
            moved.append('\n').append(lines[i].substring(common));
        }
        return moved.toString();
    }
}
