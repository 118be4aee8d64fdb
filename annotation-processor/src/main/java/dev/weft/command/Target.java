package dev.weft.command;

import java.io.IOException;
import java.util.List;

/** A folder or jar with class files. */
interface Target {

    /** Reads its class files. */
    List<ClassFileEntry> read() throws IOException;

    /** Why nothing in it may be changed; empty if it may be. */
    List<String> locks() throws IOException;

    /** Writes what has changed. */
    void write(Outcome outcome) throws IOException;
}
