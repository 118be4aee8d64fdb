package dev.weft.weaver.types;

import org.jspecify.annotations.Nullable;

/** Where class files are found: a class path, or what a class loader sees. */
public interface ClassFiles {

    /** The bytes of the class with this internal name, null if there is none. */
    byte @Nullable [] find(String internalName);
}
