package dev.weft.processor.report;

/** Writes pages: the one place that uses the templates, which escape nothing by themselves. */
final class Html {

    private static final PageRenderer PAGE = new PageRenderer(Object::toString, Html::escape);
    private static final IndexRenderer INDEX = new IndexRenderer(Object::toString, Html::escape);

    private Html() {}

    static String of(Page page) {
        return PAGE.execute(page);
    }

    static String of(Index index) {
        return INDEX.execute(index);
    }

    /** Text that is good in elements and in quoted attributes. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(allowed(c) ? c : '\uFFFD');
            }
        }
        return escaped.toString();
    }

    /** HTML has no way to write other control characters. */
    private static boolean allowed(char c) {
        return c >= ' ' && c != 0x7F || c == '\t' || c == '\n';
    }
}
