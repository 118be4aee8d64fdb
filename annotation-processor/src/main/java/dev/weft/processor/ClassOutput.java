package dev.weft.processor;

import java.io.IOException;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where javac has put the class files of a type. Names are internal names. */
interface ClassOutput {

    /** The bytes of a class file, null if there is none. */
    byte @Nullable [] read(String internalName, TypeElement type) throws IOException;

    /** Writes a class file that is not there yet and belongs to the type. */
    void add(String internalName, byte[] bytes, TypeElement type) throws IOException;

    /** Writes a class file over the one that was read. */
    void replace(String internalName, byte[] before, byte[] after, TypeElement type)
            throws IOException;
}
