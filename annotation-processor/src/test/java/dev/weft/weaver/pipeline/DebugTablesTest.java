package dev.weft.weaver.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.weft.weaver.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** What a debugger reads: lines and variables of a body are those of the method. */
class DebugTablesTest {

    /** Variables that live on, die, are born, and come back in every way that javac has. */
    private static final Sample SAMPLE =
            Sample.body(
                    """

                    @Async Coroutine<Integer> straight(int p, long q, String s) {
                        int kept = p + 1;
                        String dead = s + kept;
                        System.out.println(dead);
                        int got = await(done(kept));
                        long late = q + got;
                        return done((int) late + kept);
                    }
                    @Async Coroutine<Integer> loops(List<Integer> list) {
                        int total = 0;
                        for (int item : list) {
                            double half = item / 2.0;
                            String text = null;
                            while (total < half) {
                                int step = await(done(item));
                                if (step > 3) { text = "big"; total += text.length(); }
                                else { total += step; continue; }
                                total++;
                            }
                            text = "" + total;
                            total += text.length();
                        }
                        return done(total);
                    }
                    @Async Coroutine<String> tries(String name) throws Exception {
                        String result = "none";
                        try (AutoCloseable first = () -> {}; AutoCloseable second = null) {
                            String inside = await(done(name));
                            result = inside + await(yieldNow());
                        } catch (IllegalStateException e) {
                            String told = e.getMessage();
                            result = await(done(told));
                        } finally {
                            int cleanup = result.length();
                            await(yieldNow());
                            result += cleanup;
                        }
                        return done(result);
                    }
                    @Async Coroutine<Integer> elements(AsyncIterable<Integer> source) {
                        int total = 0;
                        for (int item : each(source)) {
                            int twice = item * 2;
                            await(yieldNow());
                            if (twice > 10) break;
                            try (AsyncCloseable held = null) { total += await(done(twice)); }
                        }
                        int behind = total + 1;
                        return done(behind);
                    }
                    @Async AsyncGenerator<Long> generator(int from, long step) {
                        long next = from;
                        while (next < 10) {
                            Integer sent = emit(next);
                            next += sent == null ? step : sent;
                        }
                        return end();
                    }
                    @Async Coroutine<Integer> switches(Object o) {
                        int seen = 0;
                        switch (String.valueOf(o)) {
                            case "a": { int one = await(done(1)); seen += one; }
                            case "b": { long two = 2; await(yieldNow()); seen += (int) two; break; }
                            default: { String other = "x"; await(yieldNow()); seen = other.length(); }
                        }
                        if (o instanceof String text && text.length() > await(done(seen))) seen++;
                        return done(seen);
                    }
                    @Async Coroutine<Void> branchThatForgets(boolean again) {
                        int count = 1;
                        System.out.println(count);
                        while (again) {
                            await(yieldNow());
                            if (again) { count = 2; System.out.println(count); }
                            else { System.out.println("nothing of the count here"); }
                            again = !again;
                        }
                        return done();
                    }
                    """,
                    "-g");

    @ParameterizedTest
    @ValueSource(strings = {"straight", "loops", "tries", "switches", "branchThatForgets"})
    void everyLineOfTheMethodIsALineOfItsBody(String name) {
        MethodNode plain = Sample.methods(Sample.node(SAMPLE.plain("Sample")), name).get(0);
        MethodNode body = SAMPLE.woven().body(name);
        assertThat(lines(body)).isEqualTo(lines(plain)).hasSizeGreaterThan(4);
    }

    /** A breakpoint on the first line would stop there too. */
    @Test
    void stubHasNoLines() {
        assertThat(lines(SAMPLE.woven().stub("straight"))).isEmpty();
    }

    private static Set<Integer> lines(MethodNode method) {
        Set<Integer> lines = new TreeSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) lines.add(number.line);
        }
        return lines;
    }

    @Test
    void codeOfOursHasTheLineOfItsAwaitOrNone() {
        MethodNode body = SAMPLE.woven().body("straight");
        assertThat(linesOfCalls(body, Names.RECEIVED)).containsExactly(6);
        assertThat(linesOfCalls(body, Names.BAD_STATE)).containsExactly(0);
    }

    private static List<Integer> linesOfCalls(MethodNode method, String name) {
        List<Integer> lines = new ArrayList<>();
        int line = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) line = number.line;
            if (insn instanceof MethodInsnNode call && call.name.equals(name)) lines.add(line);
        }
        return lines;
    }

    @Test
    void liveVariablesAreVisibleBehindTheAwait() {
        MethodNode body = SAMPLE.woven().body("straight");
        assertThat(visibleAt(body, 6)).containsExactly("kept", "p", "q", "this");
        assertThat(visibleAt(body, 7)).containsExactly("got", "kept", "p", "q", "this");
        assertThat(visibleAt(body, 8)).contains("late");
    }

    @Test
    void deadVariableIsOutOfSightBehindTheAwait() {
        MethodNode body = SAMPLE.woven().body("straight");
        assertThat(visibleAt(body, 5)).contains("dead");
        assertThat(visibleAt(body, 7)).doesNotContain("dead");
    }

    /** Its field is cleared, so that it would be null. */
    @Test
    void deadParameterIsOutOfSightBehindTheAwait() {
        MethodNode body = SAMPLE.woven().body("straight");
        assertThat(visibleAt(body, 5)).contains("s");
        assertThat(visibleAt(body, 7)).doesNotContain("s");
    }

    @Test
    void deadVariableStaysInSightWhereLocalsAreKept() {
        MethodNode body = SAMPLE.woven(true).body("straight");
        assertThat(visibleAt(body, 7))
                .containsExactly("dead", "got", "kept", "p", "q", "s", "this");
    }

    /** The variables that a debugger shows at the last instruction of a line. */
    private static Set<String> visibleAt(MethodNode method, int line) {
        Set<String> names = new TreeSet<>();
        AbstractInsnNode last = lastOf(method, line);
        for (LocalVariableNode variable : method.localVariables) {
            if (VisibleVariables.isVisible(variable, last, method)) names.add(variable.name);
        }
        return names;
    }

    private static AbstractInsnNode lastOf(MethodNode method, int line) {
        AbstractInsnNode last = method.instructions.getFirst();
        int current = 0;
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode number) current = number.line;
            if (current == line && insn.getOpcode() >= 0) last = insn;
        }
        return last;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noVariableIsVisibleWithoutItsValue(boolean keepLocals) {
        assertThat(VisibleVariables.withoutValue(SAMPLE.woven(keepLocals))).isEmpty();
    }

    /** Every construct of the language. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noVariableOfTheCorpusIsVisibleWithoutItsValue(boolean keepLocals) throws IOException {
        Path corpus = Path.of("src/test/resources/corpus");
        List<JavaFileObject> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(corpus)) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java")).toList()) {
                files.add(JavaFileObjects.forResource(file.toUri().toURL()));
            }
        }
        WovenSample woven = Sample.files(files, "-g").woven(keepLocals);
        assertThat(woven.bodies().count()).isGreaterThan(200);
        assertThat(VisibleVariables.withoutValue(woven)).isEmpty();
    }

    @Test
    void resumedCodeHasAsManyTableEntriesAsItNeeds() {
        MethodNode body = SAMPLE.woven().body("straight");
        long ranges =
                body.localVariables.stream()
                        .filter(variable -> variable.name.equals("kept"))
                        .count();
        assertThat(ranges).isEqualTo(2);
        for (LocalVariableNode variable : body.localVariables) {
            int length =
                    body.instructions.indexOf(variable.end)
                            - body.instructions.indexOf(variable.start);
            assertThat(length).as(variable.name).isPositive();
        }
        assertThat(body.instructions.getFirst().getOpcode()).isNotEqualTo(Opcodes.NOP);
    }
}
