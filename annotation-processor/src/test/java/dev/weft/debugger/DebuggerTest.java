package dev.weft.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.processor.AsyncProcessor;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breakpoints, variables and steps around an await that suspends. */
class DebuggerTest {

    /** Lines that tests name end in a comment with their name. */
    private static final String SOURCE =
            """
            import static dev.weft.Weft.*;
            import dev.weft.*;
            class Sample {
                final String name = "sample";
                @Async
                Coroutine<String> work(int count, String text) {
                    int before = count + 1; // first
                    long wide = 7_000_000_000L;
                    String dead = "dead" + before;
                    System.out.print(dead);
                    int got = await(slow(count)); // await
                    String after = text + got; // behind
                    for (int i = 0; i < 2; i++) {
                        await(slow(i)); // loopAwait
                        after += i; // loop
                    }
                    return done(after + before + wide); // last
                }
                @Async
                static Coroutine<Integer> slow(int n) {
                    await(yieldNow()); // slowFirst
                    return done(n * 10); // slowLast
                }
                @Async
                public static void main(String[] args) {
                    var sample = new Sample();
                    String first = await(sample.work(1, "a"));
                    String second = await(sample.work(2, "b")); // secondCall
                    if (!second.equals("b200137000000000")) throw new AssertionError(second);
                }
            }
            """;

    @TempDir Path classes;

    private static int line(String name) {
        List<String> lines = SOURCE.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// " + name)) return i + 1;
        }
        throw new AssertionError(name);
    }

    private void compile(String... options) throws Exception {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Path source = Files.writeString(classes.resolve("Sample.java"), SOURCE);
        StringWriter output = new StringWriter();
        List<String> all = new ArrayList<>(List.of("-g", "-d", classes.toString()));
        all.addAll(List.of(options));
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            var units = files.getJavaFileObjects(source);
            var task = javac.getTask(output, files, null, all, null, units);
            task.setProcessors(List.of(new AsyncProcessor()));
            assertThat(task.call()).as(output.toString()).isTrue();
        }
    }

    @Test
    void breakpointBehindAnAwaitShowsWhatWasBeforeIt() throws Exception {
        compile();
        assertThat(Debuggee.stops(classes, Set.of(line("behind"))))
                .containsExactly(
                        new Stop(
                                line("behind"),
                                "work",
                                Map.of(
                                        "this.name", "sample",
                                        "text", "a",
                                        "before", "2",
                                        "wide", "7000000000",
                                        "got", "10")),
                        new Stop(
                                line("behind"),
                                "work",
                                Map.of(
                                        "this.name", "sample",
                                        "text", "b",
                                        "before", "3",
                                        "wide", "7000000000",
                                        "got", "20")));
    }

    @Test
    void keptLocalsAreShownThoughNobodyReadsThem() throws Exception {
        compile("-Aweft.keepLocals=true");
        List<Stop> stops = Debuggee.stops(classes, Set.of(line("last")));
        assertThat(stops).hasSize(2);
        assertThat(stops.get(0).variables())
                .containsOnlyKeys(
                        "this.name", "count", "text", "before", "wide", "dead", "got", "after")
                .containsEntry("dead", "dead2")
                .containsEntry("text", "a")
                .containsEntry("after", "a1001");
    }

    @Test
    void localThatIsDeadIsNotShownWithAWrongValue() throws Exception {
        compile();
        List<Stop> stops = Debuggee.stops(classes, Set.of(line("await"), line("last")));
        assertThat(stops).hasSize(4);
        assertThat(stops.get(0).variables()).containsEntry("dead", "dead2").containsKey("text");
        assertThat(stops.get(1).variables())
                .containsOnlyKeys("this.name", "before", "wide", "after");
    }

    @Test
    void firstLineIsReachedOnceForEachCall() throws Exception {
        compile();
        Set<Integer> lines = Set.of(line("first"), line("await"), line("slowFirst"));
        assertThat(lines(Debuggee.stops(classes, lines)))
                .containsExactly(
                        line("first"),
                        line("await"),
                        line("slowFirst"),
                        line("slowFirst"),
                        line("slowFirst"),
                        line("first"),
                        line("await"),
                        line("slowFirst"),
                        line("slowFirst"),
                        line("slowFirst"));
    }

    @Test
    void linesOfALoopAreReachedInTheirOrder() throws Exception {
        compile();
        Set<Integer> lines = Set.of(line("loopAwait"), line("loop"), line("last"));
        List<Stop> stops = Debuggee.stops(classes, lines);
        assertThat(lines(stops.subList(0, 5)))
                .containsExactly(
                        line("loopAwait"),
                        line("loop"),
                        line("loopAwait"),
                        line("loop"),
                        line("last"));
        assertThat(stops.get(1).variables()).containsEntry("i", "0").containsEntry("after", "a10");
        assertThat(stops.get(3).variables()).containsEntry("i", "1").containsEntry("after", "a100");
    }

    @Test
    void everyStopIsInTheMethodOfTheSource() throws Exception {
        compile();
        Set<Integer> lines = Set.of(line("behind"), line("slowLast"), line("secondCall"));
        Set<String> methods =
                Debuggee.stops(classes, lines).stream()
                        .map(Stop::method)
                        .collect(Collectors.toSet());
        assertThat(methods).containsExactlyInAnyOrder("work", "slow", "main");
    }

    private static List<Integer> lines(List<Stop> stops) {
        return stops.stream().map(Stop::line).toList();
    }
}
