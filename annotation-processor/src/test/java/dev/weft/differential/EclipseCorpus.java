package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.MethodDeclaration;
import dev.weft.differential.Pair.Run;
import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The corpus as Eclipse's compiler writes it, and its programs beside their twins. */
final class EclipseCorpus {

    private static final int MOST_FAILURES = 12;

    /** What Eclipse's compiler writes for them does not pass the JVM's verifier, woven or not. */
    private static final Set<String> INVALID =
            Set.of("switchInTheArguments", "tryInASwitchInTheArguments");

    private final List<Source> corpus =
            Corpus.sources(List.of("--release")).stream().map(EclipseCorpus::valid).toList();

    private final List<Source> all = new ArrayList<>(corpus);
    private final WovenSide side = new WovenSide();

    EclipseCorpus() {
        all.addAll(Source.resources("entry"));
    }

    /** Compiles everything into a folder; nothing of it is woven. */
    void compile(Path folder) {
        String path = System.getProperty("java.class.path");
        EclipseCompiler.compile(all, folder, List.of("--release", "17", "-g", "-cp", path));
    }

    /** The same for the blocking twin, by javac. */
    Map<String, byte[]> twin() {
        return new CorpusCompiler().twin(all, List.of());
    }

    private static Source valid(Source source) {
        if (INVALID.stream().noneMatch(source.text()::contains)) return source;
        ParserConfiguration java17 =
                new ParserConfiguration()
                        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        CompilationUnit unit =
                new JavaParser(java17).parse(source.text()).getResult().orElseThrow();
        unit.findAll(MethodDeclaration.class, m -> INVALID.contains(m.getNameAsString()))
                .forEach(MethodDeclaration::remove);
        return new Source(source.path(), unit.toString());
    }

    /** A test for each program. */
    Stream<DynamicTest> programs(Map<String, byte[]> twin, Map<String, byte[]> classes) {
        ProgramLoader loader = new ProgramLoader(classes);
        return corpus.stream()
                .map(Source::className)
                .flatMap(
                        name ->
                                Program.methods(loader, name).stream()
                                        .map(method -> program(name, method, twin, classes)));
    }

    private DynamicTest program(
            String name, String method, Map<String, byte[]> twin, Map<String, byte[]> classes) {
        return dynamicTest(
                name + '.' + method,
                () -> {
                    for (LeafMode mode : List.of(LeafMode.AT_ONCE, LeafMode.MIXED)) {
                        Pair pair = Pair.of(twin, classes, side, name, method);
                        check(pair, new Run(mode, 1, 0, FailureKind.UNCHECKED));
                        int leaves = Math.min(pair.leaves(), MOST_FAILURES);
                        for (int failing = 1; failing <= leaves; failing++)
                            check(pair, new Run(mode, failing, failing, FailureKind.CHECKED));
                    }
                });
    }

    private static void check(Pair pair, Run run) {
        assertThat(pair.compare(run)).isNull();
    }
}
