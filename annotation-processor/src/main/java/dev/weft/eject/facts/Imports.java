package dev.weft.eject.facts;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The types that a file has not named before, and names by an import now. */
public final class Imports {

    private final Predicate<String> reserve;
    private final Map<String, String> added = new TreeMap<>();

    /**
     * The imports of a file.
     *
     * @param reserve takes a simple name that means nothing in the file yet; false if it does
     */
    public Imports(Predicate<String> reserve) {
        this.reserve = reserve;
    }

    /** Whether a type of a package is called by its simple name, as an import says which. */
    boolean take(String simple, String qualified) {
        String known = added.get(simple);
        if (known != null) {
            return known.equals(qualified);
        }
        if (simple.equals(qualified) || !reserve.test(simple)) {
            return false;
        }
        added.put(simple, qualified);
        return true;
    }

    /** Their qualified names. */
    public Collection<String> added() {
        return added.values();
    }
}
