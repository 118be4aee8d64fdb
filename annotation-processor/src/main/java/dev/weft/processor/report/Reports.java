package dev.weft.processor.report;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.weft.processor.check.Checked;
import dev.weft.processor.check.Finding;
import dev.weft.processor.check.Severity;
import dev.weft.processor.check.Site;
import dev.weft.weaver.MethodFacts;
import dev.weft.weaver.facts.Explanation;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Collects what there is to tell of the sources of one compilation, and writes it where asked. */
public final class Reports {

    /** The option that names the folder of the pages. */
    public static final String REPORT = "weft.report";

    /** The option that names the folder of the plans as text. */
    public static final String EXPLAIN = "weft.explain";

    private final Trees trees;
    private final @Nullable Path pages;
    private final @Nullable Path plans;
    private final Map<URI, SourceFacts> sources = new TreeMap<>();
    private final Set<String> compiled = new HashSet<>();

    /**
     * @param options the processor's options
     */
    public Reports(Trees trees, Map<String, String> options) {
        this.trees = trees;
        pages = folder(options.get(REPORT));
        plans = folder(options.get(EXPLAIN));
    }

    private static @Nullable Path folder(@Nullable String name) {
        return name == null || name.isEmpty() ? null : Path.of(name).toAbsolutePath().normalize();
    }

    /** Whether the processor's options ask for anything. */
    public static boolean wanted(Map<String, String> options) {
        return folder(options.get(REPORT)) != null || folder(options.get(EXPLAIN)) != null;
    }

    private boolean wanted() {
        return pages != null || plans != null;
    }

    /**
     * A class is attributed; to be told of each, so that those that are no longer async are known.
     *
     * @param checked what is asynchronous in it, and what is wrong there
     */
    public void analysed(CompilationUnitTree unit, Checked checked) throws IOException {
        if (!wanted()) return;
        compiled.add(nameOf(unit));
        if (checked.sites().isEmpty()) return;
        SourceFacts source = source(unit);
        source.addRegions(regions(unit, checked.sites()));
        source.addMarks(Marks.of(trees, unit, checked.sites()));
        for (Finding finding : checked.findings()) source.addNote(note(unit, finding));
    }

    private Note note(CompilationUnitTree unit, Finding finding) {
        String id = finding.check().id();
        // a page names the check before the message
        String message = finding.message().replace(" [weft:" + id + "]", "");
        return note(unit, finding.tree(), id, finding.severity(), message);
    }

    private Note note(
            CompilationUnitTree unit, Tree tree, String id, Severity severity, String message) {
        SourcePositions positions = trees.getSourcePositions();
        int from = (int) positions.getStartPosition(unit, tree);
        int to = (int) positions.getEndPosition(unit, tree);
        return new Note(id, severity, Math.max(0, from), Math.max(from, to), message);
    }

    private SourceFacts source(CompilationUnitTree unit) throws IOException {
        JavaFileObject file = unit.getSourceFile();
        SourceFacts source = sources.get(file.toUri());
        if (source == null) {
            String text = file.getCharContent(true).toString();
            source = new SourceFacts(nameOf(unit), file.toUri(), text);
            sources.put(file.toUri(), source);
        }
        return source;
    }

    private static String nameOf(CompilationUnitTree unit) {
        String path = unit.getSourceFile().getName().replace('\\', '/');
        String file = path.substring(path.lastIndexOf('/') + 1);
        return unit.getPackageName() == null
                ? file
                : unit.getPackageName().toString().replace('.', '/') + "/" + file;
    }

    private List<Region> regions(CompilationUnitTree unit, List<Site> sites) {
        SourcePositions positions = trees.getSourcePositions();
        return sites.stream()
                .filter(site -> site.kind() != Site.Kind.SUSPENSION)
                .map(
                        site ->
                                new Region(
                                        site.tree() instanceof MethodTree method
                                                ? method.getName().toString()
                                                : "",
                                        (int) positions.getStartPosition(unit, site.tree()),
                                        (int) positions.getEndPosition(unit, site.tree())))
                .toList();
    }

    /** A class of a source is woven. */
    public void woven(JavaFileObject file, List<MethodFacts> methods) {
        SourceFacts source = sources.get(file.toUri());
        if (source != null) source.addMethods(methods);
    }

    /**
     * A class of a source cannot be woven.
     *
     * @param tree where the compiler says so
     * @param message why
     */
    public void refused(CompilationUnitTree unit, Tree tree, String message) {
        SourceFacts source = sources.get(unit.getSourceFile().toUri());
        if (source != null) source.addNote(note(unit, tree, "", Severity.ERROR, message));
    }

    /** The compilation has ended: writes everything, if there was anything to compile. */
    public void write() throws IOException {
        if (compiled.isEmpty()) return;
        if (plans != null) writePlans(new Folder(plans));
        if (pages != null) new HtmlReport(pages).write(withAsync(), others());
    }

    private List<SourceFacts> withAsync() {
        return sources.values().stream().filter(source -> !source.regions().isEmpty()).toList();
    }

    private Set<String> others() {
        Set<String> others = new TreeSet<>(compiled);
        withAsync().forEach(source -> others.remove(source.name()));
        return others;
    }

    private void writePlans(Folder folder) throws IOException {
        for (String name : others()) folder.delete(name + ".txt");
        for (SourceFacts source : withAsync()) {
            folder.write(
                    source.name() + ".txt",
                    source.methods().stream()
                            .sorted(Comparator.comparingInt(MethodFacts::firstLine))
                            .map(Explanation::of)
                            .collect(Collectors.joining("\n")));
        }
    }
}
