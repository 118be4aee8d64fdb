package dev.weft.processor;

import com.sun.source.util.JavacTask;

/**
 * How the plugin learns that the processor runs in the same compilation.
 *
 * <p>Build tools load the two through different class loaders, so that neither sees the other's
 * static fields. What they share is the identity of javac's task, and the system properties of the
 * process. The processor sets one property named for the task, and removes it when the compilation
 * ends. One that were left behind by a compiler that died could only silence the plugin, never fail
 * a build.
 */
final class Handshake {

    private Handshake() {}

    static void processorRuns(JavacTask task) {
        System.setProperty(name(task), "true");
    }

    static boolean processorRan(JavacTask task) {
        return System.getProperty(name(task)) != null;
    }

    static void compilationEnded(JavacTask task) {
        System.clearProperty(name(task));
    }

    private static String name(JavacTask task) {
        return "weft.compilation." + Integer.toHexString(System.identityHashCode(task));
    }
}
