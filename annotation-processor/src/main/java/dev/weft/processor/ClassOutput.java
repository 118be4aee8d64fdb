package dev.weft.processor;

import java.io.IOException;
import java.util.Arrays;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Where javac has put the class files of a type. Names are internal names. */
interface ClassOutput {

    /** A class file as it is now. */
    record State(byte[] bytes, long lastModified) {

        /** Whether nothing has been written since. */
        boolean isSame(@Nullable State other) {
            return other != null
                    && lastModified == other.lastModified
                    && Arrays.equals(bytes, other.bytes);
        }
    }

    /** A class file, null if there is none. */
    @Nullable State state(String internalName, TypeElement type) throws IOException;

    /** Writes a class file that is not there yet and belongs to the type. */
    void add(String internalName, byte[] bytes, TypeElement type) throws IOException;

    /** Writes a class file over the one that was read. */
    void replace(String internalName, byte[] before, byte[] after, TypeElement type)
            throws IOException;
}
