package dev.weft.weaver.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Says quickly, of the raw bytes of a class file, that there is nothing in it to weave. */
public final class Traces {

    private static final Set<String> RUNTIME =
            Set.of("dev/weft/", "dev/weft/loop/", "dev/weft/woven/");

    private static final byte[] WEFT = bytes("dev/weft/");
    private static final byte[] LAMBDA = bytes("java/lang/invoke/LambdaMetafactory");

    /** The tag of a text in a class file's constants; its length stands behind it. */
    private static final byte UTF8 = 1;

    private Traces() {}

    /**
     * Whether there may be something asynchronous in a class: it names something of Weft, or has a
     * lambda, whose interface may be marked.
     */
    public static boolean in(byte[] classFile) {
        return contains(classFile, WEFT) || contains(classFile, LAMBDA);
    }

    /** Whether a class belongs to the runtime, which is written by hand. */
    public static boolean isRuntime(String internalName) {
        String packageName = internalName.substring(0, internalName.lastIndexOf('/') + 1);
        return RUNTIME.contains(packageName);
    }

    /** Whether a class file names a class, in a constant that is this name and nothing else. */
    public static boolean of(String internalName, byte[] classFile) {
        byte[] name = bytes(internalName);
        byte[] constant = new byte[name.length + 3];
        constant[0] = UTF8;
        constant[1] = (byte) (name.length >> 8);
        constant[2] = (byte) name.length;
        System.arraycopy(name, 0, constant, 3, name.length);
        return contains(classFile, constant);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean contains(byte[] classFile, byte[] wanted) {
        for (int i = 0; i <= classFile.length - wanted.length; i++) {
            if (startsAt(i, classFile, wanted)) return true;
        }
        return false;
    }

    private static boolean startsAt(int index, byte[] classFile, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (classFile[index + i] != wanted[i]) return false;
        }
        return true;
    }
}
