package dev.weft.processor.check;

/** Every word that Weft says to the user of a compiler. */
public enum Diagnostics {
    AWAIT_IN_METHOD(
            "await stands in %s(), which is not async and cannot be suspended: mark it @Async and"
                    + " let it return a Coroutine"),
    AWAIT_IN_LAMBDA(
            "await stands in a lambda of %s, whose method is not async: use an async functional"
                    + " interface, one whose method is marked @Async"),
    AWAIT_IN_CONSTRUCTOR(
            "await stands in a constructor of %s, which cannot be suspended: await in an @Async"
                    + " factory method, and pass the constructor what came of it"),
    AWAIT_IN_INITIALISER(
            "await stands in an initialiser of %s, which cannot be suspended: await in an @Async"
                    + " method, and set the field there"),
    AWAIT_IN_MONITOR(
            "await stands in a synchronized block, and a monitor cannot be held across a"
                    + " suspension: await before the block or after it"),
    AWAIT_REFERENCE(
            "await is a method reference here, which cannot be suspended: write a lambda of an"
                    + " async functional interface that calls await"),

    ASYNC_RETURN_TYPE("@Async method %s() cannot return %s: let it return %s"),
    ASYNC_NATIVE(
            "@Async method %s() is native, and has no body that could be suspended: call it from"
                    + " an @Async method that is written in Java"),
    ASYNC_ABSTRACT(
            "@Async method %s() is abstract, and has no body that could be suspended: mark the"
                    + " methods that implement it, or declare it in an interface"),
    ASYNC_SYNCHRONIZED(
            "@Async method %s() is synchronized, and a monitor cannot be held across a"
                    + " suspension: put what needs the monitor into a synchronized block without"
                    + " an await"),
    ENTRY_POINT_CALLED(
            "%s() is an entry point, which runs an event loop of its own, and this async body runs"
                    + " on one already: let %1$s() return Coroutine<Void>, and await it"),

    RETURN_LOST(
            "what is returned here would never run, as the finally block around it always jumps"
                    + " out: await it first, as in return done(await(...)), or let the finally"
                    + " block complete"),

    NOT_JAVAC(
            "Weft cannot weave here: it needs javac, and this is %s. What is compiled here fails at"
                    + " its first await."),
    PROCESSOR_MISSING(
            "Weft's annotation processor does not run in this compilation, so that this would fail"
                    + " at its first await: remove -proc:none, name weft-processor on the"
                    + " processor path (-processorpath, Maven's annotationProcessorPaths, Gradle's"
                    + " annotationProcessor), before any processor that claims every annotation, and"
                    + " among the processors where those are listed (-processor); from JDK 23 on a"
                    + " processor on the class path runs only with -proc:full"),
    NO_CLASS_FILE(
            "Weft cannot find the class file of %s in the compiler's output, and so cannot weave"
                    + " it: this compiler's host keeps class files elsewhere; let the project's"
                    + " build tool compile it"),
    UNKNOWN_CLASS_FILE(
            "Weft cannot read the class file of %s, which is of Java %d: use a newer version of"
                    + " Weft, or compile with --release for an older Java"),
    CRASH(
            "Weft failed on %s, and this is a defect of Weft: please report it with the source of"
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
