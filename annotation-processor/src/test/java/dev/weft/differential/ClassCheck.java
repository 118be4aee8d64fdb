package dev.weft.differential;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;
import org.objectweb.asm.util.Textifier;
import org.objectweb.asm.util.TraceClassVisitor;

/** Checks class files with ASM's data flow and with the JVM's verifier. */
final class ClassCheck {

    /** What is wrong with the classes; empty if nothing is. */
    static String problems(Map<String, byte[]> classes, ClassLoader loader) {
        StringBuilder problems = new StringBuilder();
        classes.forEach((name, bytes) -> problems.append(problems(name, bytes, loader)));
        return problems.toString();
    }

    private static String problems(String name, byte[] bytes, ClassLoader loader) {
        StringWriter problems = new StringWriter();
        CheckClassAdapter.verify(new ClassReader(bytes), loader, false, new PrintWriter(problems));
        try {
            loader.loadClass(name).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError e) {
            problems.append("cannot be linked: ").append(e.toString());
        }
        return problems.toString().isEmpty() ? "" : name + ": " + problems + "\n";
    }

    /** The instructions of a class and of those nested in it and made for it. */
    static String disassembled(Map<String, byte[]> classes, String name) {
        StringWriter out = new StringWriter();
        classes.forEach(
                (each, bytes) -> {
                    if (each.equals(name) || each.startsWith(name + '$'))
                        new ClassReader(bytes)
                                .accept(
                                        new TraceClassVisitor(
                                                null, new Textifier(), new PrintWriter(out)),
                                        0);
                });
        return out.toString();
    }

    private ClassCheck() {}
}
