package dev.weft.processor.check;

/** Every word that Weft says to the user of a compiler. */
public enum Diagnostics {
    NOT_JAVAC(
            "Weft cannot weave here: it needs javac, and this is %s. What is compiled here fails at"
                    + " its first await."),
    NO_CLASS_FILE(
            "Weft cannot find the class file of %s in the compiler's output, so that it cannot"
                    + " weave it; the compiler's host keeps class files elsewhere. Let the build"
                    + " tool compile this project."),
    UNKNOWN_CLASS_FILE(
            "Weft cannot read the class file of %s, which is of Java %d: use a newer version of"
                    + " Weft, or compile with --release of an older Java."),
    CRASH(
            "Weft failed on %s, and this is a defect of Weft. Please report it with the source of"
                    + " the class and this: %s");

    private final String format;

    Diagnostics(String format) {
        this.format = format;
    }

    /** The message, with what it speaks of. */
    public String text(Object... about) {
        return String.format(format, about);
    }
}
