package dev.weft.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.Recorder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program of the corpus. */
final class CorpusTest {

    @TestFactory
    Stream<DynamicTest> endsOnTheTwin() throws ReflectiveOperationException {
        List<Source> corpus = Source.resources("corpus");
        List<Source> sources = new ArrayList<>(corpus);
        sources.addAll(Source.resources("entry"));
        var loader = new ProgramLoader(new CorpusCompiler().twin(sources, List.of()));
        List<DynamicTest> tests = new ArrayList<>();
        for (Source source : corpus)
            for (String method : Program.methods(loader, source.className()))
                tests.add(
                        dynamicTest(
                                source.className() + '.' + method,
                                () -> endsOnTheTwin(loader, source.className(), method)));
        return tests.stream();
    }

    private static void endsOnTheTwin(ProgramLoader loader, String type, String method) {
        var recorder = new Recorder(0, FailureKind.UNCHECKED);
        Outcome outcome = new TwinSide().run(new Program(loader, type, method), recorder);
        assertThat(outcome.trace()).as(type + "." + method).isNotEmpty();
    }
}
