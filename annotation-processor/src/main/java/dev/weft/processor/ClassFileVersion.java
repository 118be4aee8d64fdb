package dev.weft.processor;

import org.objectweb.asm.ClassReader;

/** The version in a class file's header. */
final class ClassFileVersion {

    private ClassFileVersion() {}

    /** Whether the weaver's library can read it; a javac newer than Weft may be ahead of that. */
    static boolean isKnown(byte[] classFile) {
        try {
            new ClassReader(classFile);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    /** The Java release that the version came with. */
    static int javaRelease(byte[] classFile) {
        int major = (classFile[6] & 0xff) << 8 | classFile[7] & 0xff;
        return major - 44;
    }
}
