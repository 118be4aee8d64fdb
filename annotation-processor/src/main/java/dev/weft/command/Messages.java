package dev.weft.command;

/** Every word that the command says. */
enum Messages {
    USAGE(
            """
            usage: java -jar weft-processor.jar weave [option...] DIR|JAR...

            Weaves the async methods of the class files in folders and jars, in place. What is woven
            already stays as it is, so that the command can run after every compilation.

              -cp, --class-path PATH   where the classes are that these use: weft.jar among them
              --keep-locals            keep every variable in scope across awaits, for the debugger
              -h, --help               print this

            It ends with 0 if all is woven, 1 if something cannot be, and nothing is changed in that
            folder or jar then, and 2 if it is called in another way than this.
            """),
    NO_COMMAND("there is no command %s"),
    NO_OPTION("there is no option %s"),
    NO_VALUE("%s needs a value"),
    NO_TARGET("name a folder or jar to weave"),
    DONE("%s: %d woven, of %d classes"),
    UNREADABLE("error: %s: cannot be read or written: %s"),
    ABSENT("error: %s: there is no such folder or jar"),
    SIGNED(
            "error: %s: the jar is signed, and weaving would break the signature: weave it first,"
                    + " and sign it then"),
    PROBLEM("error: %s.%s, line %d: %s"),
    PROBLEM_SOMEWHERE("error: %s.%s: %s"),
    CRASH(
            "error: %s: Weft failed on it, and this is a defect of Weft: please report it with the"
                    + " class and this: %s"),
    UNKNOWN_VERSION(
            "error: %s: the class file is of a newer Java than this version of Weft knows: use a"
                    + " newer one, or compile for an older Java"),
    NO_RUNTIME(
            "error: %s: it uses Weft, but weft.jar is not on the class path: name it, and what else"
                    + " these classes use, with --class-path"),
    MISSING(
            "warning: %s: these classes are not on the class path, so that nothing is known of them:"
                    + " %s; name where they are with --class-path");

    private final String format;

    Messages(String format) {
        this.format = format;
    }

    String text(Object... about) {
        return about.length == 0 ? format : String.format(format, about);
    }
}
