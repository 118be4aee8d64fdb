package dev.weft.processor.report;

import dev.weft.weaver.MethodFacts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the pages, and the index of all that are in the folder. */
final class HtmlReport {

    private static final String PAGE = ".html";
    private static final String SUMMARY = ".tsv";

    private final Folder folder;

    HtmlReport(Path folder) {
        this.folder = new Folder(folder);
    }

    /**
     * Writes what a compilation has found.
     *
     * @param sources the sources with async methods
     * @param others the names of the sources that were compiled and have none
     */
    void write(Collection<SourceFacts> sources, Set<String> others) throws IOException {
        for (String resource : List.of("weft.css", "weft.js")) {
            folder.write(resource, resource(resource));
        }
        for (String name : others) remove(name);
        Set<String> names = sources.stream().map(SourceFacts::name).collect(Collectors.toSet());
        for (SourceFacts source : sources) {
            Page page = Pages.of(source, name -> names.contains(name) || folder.has(name + PAGE));
            folder.write(source.name() + PAGE, Html.of(page));
            folder.write(source.name() + SUMMARY, summary(source).text());
        }
        writeIndex();
    }

    /** Another compilation may add pages while the index is written: it is written again then. */
    private void writeIndex() throws IOException {
        List<Summary> known = summaries();
        List<Summary> written;
        do {
            written = known;
            Index index = Indexes.of(written);
            folder.write("index.html", Html.of(index));
            known = summaries();
        } while (!known.equals(written));
    }

    /** What there are pages for; those whose source is gone go too. */
    private List<Summary> summaries() throws IOException {
        List<Summary> summaries = new ArrayList<>();
        for (String name : folder.names(SUMMARY)) {
            String text = folder.read(name);
            if (text == null) continue;
            Summary summary = Summary.of(text);
            boolean gone =
                    !summary.source().isEmpty()
                            && !Files.exists(folder.path().resolve(summary.source()));
            if (gone || !folder.has(summary.name() + PAGE)) remove(summary.name());
            else summaries.add(summary);
        }
        return summaries;
    }

    private void remove(String name) throws IOException {
        folder.delete(name + PAGE);
        folder.delete(name + SUMMARY);
    }

    private Summary summary(SourceFacts source) {
        List<Summary.Line> lines = new ArrayList<>();
        Lines text = new Lines(source.text());
        Joined joined = new Joined(source, text);
        for (Joined.Method method : joined.methods()) {
            MethodFacts facts = method.facts();
            if (facts == null) continue;
            int line = text.lineOf(method.region().from());
            lines.add(line(facts, line, joined.pointsOf(facts).size()));
        }
        return new Summary(source.name(), way(source.uri()), source.findings(), lines);
    }

    private static Summary.Line line(MethodFacts facts, int line, int points) {
        return new Summary.Line(
                line,
                Words.name(facts),
                Words.parameters(facts),
                Words.shape(facts.shape()),
                points,
                facts.frameBytes(),
                facts.bodyBytes());
    }

    /** Where the source is, so that one can see whether it still is. */
    private String way(URI uri) {
        if (!"file".equals(uri.getScheme())) return "";
        try {
            return folder.path().relativize(Path.of(uri)).toString().replace('\\', '/');
        } catch (IllegalArgumentException anotherDrive) {
            return "";
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
