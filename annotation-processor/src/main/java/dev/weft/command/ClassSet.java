package dev.weft.command;

import dev.weft.weaver.Names;
import dev.weft.weaver.WeaverDefect;
import dev.weft.weaver.Weaving;
import dev.weft.weaver.pipeline.Traces;
import dev.weft.weaver.pipeline.Weaver;
import dev.weft.weaver.types.ClassFileTypes;
import dev.weft.weaver.types.ClassFiles;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The class files of one folder or jar. They are woven together, so that all or none are. */
final class ClassSet {

    private final List<ClassFileEntry> entries;
    private final ClassFiles classPath;
    private final boolean keepLocals;

    /** Class files by root and internal name. */
    private final Map<String, Map<String, ClassFileEntry>> roots =
            new TreeMap<>(Comparator.comparing(String::length).thenComparing(root -> root));

    private final Map<String, ClassFileTypes> types = new HashMap<>();
    private final Outcome outcome = new Outcome();

    private ClassSet(List<ClassFileEntry> entries, ClassFiles classPath, boolean keepLocals) {
        this.entries = entries;
        this.classPath = classPath;
        this.keepLocals = keepLocals;
        for (ClassFileEntry entry : entries) {
            if (!entry.isKnown()) continue;
            roots.computeIfAbsent(entry.root(), root -> new HashMap<>()).put(entry.name(), entry);
        }
    }

    /**
     * Weaves class files.
     *
     * @param classPath where the classes are that they use
     */
    static Outcome weave(List<ClassFileEntry> entries, ClassFiles classPath, boolean keepLocals) {
        ClassSet set = new ClassSet(entries, classPath, keepLocals);
        entries.stream()
                .filter(entry -> Traces.in(entry.bytes()) && !Traces.isRuntime(entry.name()))
                .forEach(set::weave);
        if (set.outcome.errors.isEmpty()) set.findStaleFrames();
        for (ClassFileTypes types : set.types.values()) {
            set.outcome.missing.addAll(types.missing());
        }
        return set.outcome;
    }

    private void weave(ClassFileEntry entry) {
        if (!entry.isKnown()) {
            if (Traces.of(Names.ASYNC, entry.bytes())) {
                outcome.errors.add(Messages.UNKNOWN_VERSION.text(entry.path()));
            }
            return;
        }
        ClassFileTypes known =
                types.computeIfAbsent(
                        entry.root(), root -> new ClassFileTypes(name -> find(root, name)));
        try {
            take(new Weaver(known, keepLocals).weave(entry.bytes()), entry);
        } catch (WeaverDefect defect) {
            String where = entry.name() + "." + defect.getMessage();
            outcome.errors.add(Messages.CRASH.text(where, trace(defect.getCause())));
        } catch (RuntimeException defect) {
            outcome.errors.add(Messages.CRASH.text(entry.path(), trace(defect)));
        }
    }

    private static String trace(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return failure + (frames.length == 0 ? "" : " at " + frames[0]);
    }

    private void take(Weaving weaving, ClassFileEntry entry) {
        if (weaving instanceof Weaving.Refused refused) {
            refused.problems().forEach(problem -> outcome.errors.add(text(problem, entry)));
        } else if (weaving instanceof Weaving.Woven woven) {
            if (find(entry.root(), Names.WEFT) == null) {
                outcome.errors.add(Messages.NO_RUNTIME.text(entry.path()));
            }
            outcome.woven++;
            for (Weaving.ClassFile frame : woven.frames()) {
                String path = entry.beside(frame.internalName());
                outcome.written.put(path, frame.bytes());
                outcome.owners.put(path, entry.path());
            }
            outcome.written.put(entry.path(), woven.classFile().bytes());
        }
    }

    private static String text(Weaving.Problem problem, ClassFileEntry entry) {
        String type = entry.name().replace('/', '.');
        return problem.line() > 0
                ? Messages.PROBLEM.text(type, problem.method(), problem.line(), problem.message())
                : Messages.PROBLEM_SOMEWHERE.text(type, problem.method(), problem.message());
    }

    /** A class is looked for beside the one that uses it, then elsewhere here. */
    private byte @Nullable [] find(String root, String name) {
        ClassFileEntry beside = roots.getOrDefault(root, Map.of()).get(name);
        if (beside != null) return beside.bytes();
        for (Map<String, ClassFileEntry> others : roots.values()) {
            if (others.containsKey(name)) return others.get(name).bytes();
        }
        return classPath.find(name);
    }

    /** Frames that an earlier weaving wrote for a class that is there no more, or has changed. */
    private void findStaleFrames() {
        for (ClassFileEntry entry : entries) {
            if (entry.isFrame() && !outcome.written.containsKey(entry.path()) && !isUsed(entry)) {
                outcome.stale.add(entry.path());
            }
        }
    }

    private boolean isUsed(ClassFileEntry frame) {
        Map<String, ClassFileEntry> beside = roots.getOrDefault(frame.root(), Map.of());
        String name = frame.name();
        for (int i = name.lastIndexOf("$$"); i > 0; i = name.lastIndexOf("$$", i - 1)) {
            ClassFileEntry owner = beside.get(name.substring(0, i));
            if (owner != null) {
                byte[] bytes = outcome.written.getOrDefault(owner.path(), owner.bytes());
                if (Traces.of(name, bytes)) return true;
            }
        }
        return false;
    }
}
