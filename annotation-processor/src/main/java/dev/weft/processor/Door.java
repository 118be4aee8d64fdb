package dev.weft.processor;

import dev.weft.processor.check.Diagnostics;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/** Lets no failure of ours into the compiler: it becomes an error that names the class. */
final class Door {

    private static final int FRAMES = 6;

    /** Work for one class. */
    interface Work {
        void run() throws IOException;
    }

    private final Messager messager;

    Door(Messager messager) {
        this.messager = messager;
    }

    void pass(TypeElement type, Work work) {
        try {
            work.run();
        } catch (Exception | LinkageError | AssertionError | StackOverflowError failure) {
            messager.printMessage(
                    Diagnostic.Kind.ERROR, Diagnostics.CRASH.text(type, trace(failure)), type);
        }
    }

    /** On one line: javac's own crashes are what fills a screen. */
    private static String trace(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < ", failure + " at ", ""));
    }
}
