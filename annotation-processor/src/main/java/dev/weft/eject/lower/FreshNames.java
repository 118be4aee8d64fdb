package dev.weft.eject.lower;

import dev.weft.eject.source.SourceFile;
import java.util.HashSet;
import java.util.Set;

/** Names that mean nothing yet anywhere in a file. */
public final class FreshNames {

    private final SourceFile source;
    private final Set<String> taken;

    /**
     * Names for one body.
     *
     * @param taken what the class has as members anyway
     */
    public FreshNames(SourceFile source, Set<String> taken) {
        this.source = source;
        this.taken = new HashSet<>(taken);
    }

    /** The name itself, or with the first number that makes it a new one. */
    public String of(String wanted) {
        String name = wanted;
        for (int i = 2; !isFree(name); i++) {
            name = wanted + i;
        }
        taken.add(name);
        return name;
    }

    /** Takes a name as it is; false if it means something already. */
    public boolean reserve(String name) {
        return isFree(name) && taken.add(name);
    }

    /** Whether the name means something already, but for what the file says. */
    boolean isTaken(String name) {
        return taken.contains(name);
    }

    private boolean isFree(String name) {
        return !source.says(name) && !taken.contains(name);
    }
}
