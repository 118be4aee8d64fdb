package dev.weft.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What has come of the class files of one folder or jar. */
final class Outcome {

    /** New bytes by path; frames come before the class that needs them. */
    final Map<String, byte[]> written = new LinkedHashMap<>();

    /** For each frame, the path of the class that it belongs to. */
    final Map<String, String> owners = new LinkedHashMap<>();

    /** Paths of frames that nothing needs any more. */
    final Set<String> stale = new TreeSet<>();

    final List<String> errors = new ArrayList<>();
    final Set<String> missing = new TreeSet<>();
    int woven;

    boolean isChange() {
        return !written.isEmpty() || !stale.isEmpty();
    }
}
