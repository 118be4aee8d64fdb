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
import dev.weft.weaver.Weaving;
import dev.weft.weaver.pipeline.Weaver;
import dev.weft.weaver.types.ClassFileTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The corpus as Eclipse's compiler writes it, woven from finished class files. */
final class EclipseCorpusTest {

    private static final int MOST_FAILURES = 12;

    /** What Eclipse's compiler writes for them does not pass the JVM's verifier, woven or not. */
    private static final Set<String> INVALID =
            Set.of("switchInTheArguments", "tryInASwitchInTheArguments");

    @TempDir static Path folder;

    @TestFactory
    Stream<DynamicTest> wovenProgramsDoWhatBlockingOnesDo() {
        List<Source> corpus =
                Corpus.sources(List.of("--release")).stream().map(this::valid).toList();
        List<Source> all = new ArrayList<>(corpus);
        all.addAll(Source.resources("entry"));
        String path = System.getProperty("java.class.path");
        EclipseCompiler.compile(all, folder, List.of("--release", "17", "-g", "-cp", path));
        Map<String, byte[]> woven = woven(EclipseCompiler.classes(folder));
        Map<String, byte[]> twin = new CorpusCompiler().twin(all, List.of());
        ProgramLoader loader = new ProgramLoader(woven);
        WovenSide side = new WovenSide();
        Stream<DynamicTest> programs =
                corpus.stream()
                        .map(Source::className)
                        .flatMap(
                                name ->
                                        Program.methods(loader, name).stream()
                                                .map(
                                                        method ->
                                                                program(
                                                                        name, method, twin, woven,
                                                                        side)));
        return Stream.concat(
                Stream.of(
                        dynamicTest(
                                "every class is valid",
                                () -> assertThat(ClassCheck.problems(woven, loader)).isEmpty())),
                programs);
    }

    private Source valid(Source source) {
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

    private static Map<String, byte[]> woven(Map<String, byte[]> classes) {
        Weaver weaver = new Weaver(new ClassFileTypes(name -> find(name, classes)), false);
        Map<String, byte[]> all = new TreeMap<>(classes);
        for (byte[] classFile : classes.values()) {
            Weaving weaving = weaver.weave(classFile);
            assertThat(weaving).isNotInstanceOf(Weaving.Refused.class);
            if (weaving instanceof Weaving.Woven woven) {
                put(woven.classFile(), all);
                woven.frames().forEach(frame -> put(frame, all));
            }
        }
        return all;
    }

    private static void put(Weaving.ClassFile file, Map<String, byte[]> classes) {
        classes.put(file.internalName().replace('/', '.'), file.bytes());
    }

    private static byte @Nullable [] find(String name, Map<String, byte[]> classes) {
        byte[] own = classes.get(name.replace('/', '.'));
        if (own != null) return own;
        ClassLoader loader = EclipseCorpusTest.class.getClassLoader();
        try (var in = loader.getResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicTest program(
            String name,
            String method,
            Map<String, byte[]> twin,
            Map<String, byte[]> woven,
            WovenSide side) {
        return dynamicTest(
                name + '.' + method,
                () -> {
                    for (LeafMode mode : List.of(LeafMode.AT_ONCE, LeafMode.MIXED)) {
                        Pair pair = Pair.of(twin, woven, side, name, method);
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
