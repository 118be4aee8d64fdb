package dev.weft.differential;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The corpus, compiled by Eclipse's compiler and woven by the agent in this JVM. */
final class CorpusAgentCheck {

    @TempDir static Path folder;

    @TestFactory
    Stream<DynamicTest> programsDoWhatBlockingOnesDo() {
        EclipseCorpus corpus = new EclipseCorpus();
        corpus.compile(folder);
        Map<String, byte[]> twin = new TreeMap<>(corpus.twin());
        twin.replaceAll((name, bytes) -> Marked.asWoven(bytes)); // the agent lets it be
        return corpus.programs(twin, EclipseCompiler.classes(folder));
    }
}
