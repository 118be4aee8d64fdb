package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.differential.Pair.Run;
import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every program of the corpus, woven and compared with its blocking twin. */
final class CorpusTest {

    private static final int MOST_FAILURES = 40;

    private static final CorpusCompiler COMPILER = new CorpusCompiler();
    private static final WovenSide SIDE = new WovenSide();

    private static final LeafMode[] MIXED = {LeafMode.AT_ONCE, LeafMode.MIXED};
    private static final List<FailureKind> CHECKED = List.of(FailureKind.CHECKED);

    private static final Map<String, List<String>> OPTIONS =
            Map.of(
                    "default", List.of(),
                    "with -g", List.of("-g"),
                    "with -g:none", List.of("-g:none"),
                    "with all locals kept", List.of("-g", "-Aweft.keepLocals=true"),
                    "with -parameters", List.of("-g", "-parameters"),
                    "with --release 17", List.of("--release", "17"));

    @TestFactory
    Stream<DynamicContainer> wovenProgramsDoWhatBlockingOnesDo() {
        return OPTIONS.keySet().stream().sorted().map(CorpusTest::underOptions);
    }

    private static DynamicContainer underOptions(String name) {
        List<Source> corpus = Corpus.sources(OPTIONS.get(name));
        List<Source> all = new ArrayList<>(corpus);
        all.addAll(Source.resources("entry"));
        var woven = COMPILER.weave(all, OPTIONS.get(name)).woven();
        var twin = COMPILER.twin(all, OPTIONS.get(name));
        var loader = new ProgramLoader(woven);
        List<DynamicNode> tests = new ArrayList<>();
        tests.add(
                dynamicTest(
                        "every class is valid",
                        () -> assertThat(ClassCheck.problems(woven, loader)).isEmpty()));
        for (Source source : corpus)
            for (String method : Program.methods(loader, source.className()))
                tests.add(
                        dynamicTest(
                                source.className() + '.' + method + ' ' + name,
                                () ->
                                        compare(
                                                source,
                                                method,
                                                name.equals("default"),
                                                twin,
                                                woven)));
        return dynamicContainer(name, tests);
    }

    /** The ways in which leaves complete do not depend on the options: one has them all. */
    private static void compare(
            Source source,
            String method,
            boolean thoroughly,
            Map<String, byte[]> twin,
            Map<String, byte[]> woven) {
        List<LeafMode> modes = List.of(thoroughly ? LeafMode.values() : MIXED);
        List<FailureKind> kinds = thoroughly ? List.of(FailureKind.values()) : CHECKED;
        for (LeafMode mode : modes) {
            Pair pair = Pair.of(twin, woven, SIDE, source.className(), method);
            check(source, method, pair, woven, new Run(mode, 1, 0, FailureKind.UNCHECKED));
            int leaves = Math.min(pair.leaves(), MOST_FAILURES);
            for (int failing = 1; failing <= leaves; failing++)
                for (FailureKind kind :
                        mode == LeafMode.AT_ONCE || mode == LeafMode.SOON ? kinds : CHECKED)
                    check(source, method, pair, woven, new Run(mode, failing, failing, kind));
        }
    }

    private static void check(
            Source source, String method, Pair pair, Map<String, byte[]> woven, Run run) {
        Pair.Difference difference = pair.compare(run);
        if (difference == null) return;
        Assertions.fail(
                source.className()
                        + '.'
                        + method
                        + ' '
                        + difference
                        + "\n\n"
                        + source.text()
                        + "\n\n"
                        + ClassCheck.disassembled(woven, source.className()));
    }
}
