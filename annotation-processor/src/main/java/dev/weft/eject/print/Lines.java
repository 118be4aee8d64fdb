package dev.weft.eject.print;

/** Lines of text, each deeper or less deep than the one before. */
final class Lines {

    private final StringBuilder text = new StringBuilder();
    private final String unit;
    private String indentation = "";

    Lines(String unit) {
        this.unit = unit;
    }

    Lines line(String line) {
        if (text.length() > 0) {
            text.append('\n');
        }
        if (!line.isEmpty()) {
            text.append(indentation).append(Indentation.add(line, indentation));
        }
        return this;
    }

    Lines in() {
        indentation += unit;
        return this;
    }

    Lines out() {
        indentation = indentation.substring(unit.length());
        return this;
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
