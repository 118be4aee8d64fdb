package dev.weft.weaver;

import java.util.List;

/** What became of one class file. */
public sealed interface Weaving {

    /** There is nothing asynchronous in the class, or it is woven already. */
    record Untouched() implements Weaving {}

    /**
     * The class file anew.
     *
     * @param frames the frame classes beside it
     * @param methods what was decided about each of its async methods; empty unless asked for
     */
    record Woven(ClassFile classFile, List<ClassFile> frames, List<MethodFacts> methods)
            implements Weaving {}

    /** The class cannot be woven; the class file must be left as it is. */
    record Refused(List<Problem> problems) implements Weaving {}

    /** A class file: its internal name and its bytes. */
    record ClassFile(String internalName, byte[] bytes) {}

    /**
     * Why a method cannot be woven.
     *
     * @param method name of the method in the class file
     * @param descriptor descriptor of the method
     * @param line line in the source, 0 where unknown or where it is the whole method
     * @param message what is wrong and what to write instead
     */
    record Problem(String method, String descriptor, int line, String message) {}
}
