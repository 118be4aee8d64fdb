package dev.weft.command;

import dev.weft.weaver.Names;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * A class file in a folder or jar.
 *
 * @param path its path there, with slashes
 * @param name the internal name of its class
 * @param isKnown whether it is of a Java that the weaver's library can read
 */
record ClassFileEntry(String path, String name, byte[] bytes, boolean isKnown) {

    private static final String SUFFIX = ".class";

    static boolean isOne(String path) {
        return path.endsWith(SUFFIX)
                && !path.endsWith("module-info.class")
                && !path.endsWith("package-info.class");
    }

    static ClassFileEntry of(String path, byte[] bytes) {
        try {
            return new ClassFileEntry(path, new ClassReader(bytes).getClassName(), bytes, true);
        } catch (IllegalArgumentException newer) {
            String name = path.substring(0, path.length() - SUFFIX.length());
            return new ClassFileEntry(path, name, bytes, false);
        }
    }

    /**
     * What stands before the class's name in the path: nothing, or a folder such as those of a jar
     * for several releases of Java.
     */
    String root() {
        String file = name + SUFFIX;
        return path.endsWith(file) ? path.substring(0, path.length() - file.length()) : "";
    }

    /** Where a class file with this name stands beside it. */
    String beside(String internalName) {
        return root() + internalName + SUFFIX;
    }

    /** Whether it is a frame class, which the weaver wrote for a method of another. */
    boolean isFrame() {
        if (!isKnown || !name.contains("$$")) return false;
        ClassReader reader = new ClassReader(bytes);
        boolean synthetic = (reader.getAccess() & Opcodes.ACC_SYNTHETIC) != 0;
        String parent = reader.getSuperName();
        boolean frame =
                Names.FRAME.equals(parent)
                        || Names.GENERATOR_FRAME.equals(parent)
                        || name.equals(parent + Names.CALL);
        return synthetic && frame;
    }
}
