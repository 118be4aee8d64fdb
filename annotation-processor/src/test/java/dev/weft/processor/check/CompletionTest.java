package dev.weft.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** javac wants a return at the end of those bodies only that can complete. */
class CompletionTest {

    private static final String HEAD =
            """
            abstract class Bodies {
                enum Tier { LOW, HIGH }
                static final boolean DEBUG = false;
                static final int LEVEL = 3;
                abstract boolean open();
                abstract void work() throws Exception;
            """;

    private static final String TYPES_21 =
            """
                sealed interface Shape permits Round, Square {}
                record Round(int radius) implements Shape {}
                record Square(int side) implements Shape {}
                abstract Shape shape();
            """;

    @Test
    void statementsEndAsJavacSays() throws IOException {
        assertLikeJavac(
                "",
                "",
                "work();",
                "return 1;",
                "throw new Exception();",
                "{ work(); { return 1; } }",
                "{ return 1; }",
                "int local = 3;",
                "class Local { int one() { return 1; } }",
                "synchronized (this) { return 1; }",
                "synchronized (this) { work(); }",
                "Runnable lambda = () -> { throw new IllegalStateException(); };");
    }

    @Test
    void choicesEndAsJavacSays() throws IOException {
        assertLikeJavac(
                "",
                "if (open()) return 1;",
                "if (open()) return 1; else throw new Exception();",
                "if (open()) return 1; else work();",
                "if (open()) work(); else if (open()) return 1; else return 2;",
                "switch (n) {}",
                "switch (n) { case 1: return 1; }",
                "switch (n) { case 1: return 1; default: }",
                "switch (n) { case 1: return 1; default: return 2; }",
                "switch (n) { default: work(); case 1: return 2; }",
                "switch (n) { default: return 1; case 1: work(); }",
                "switch (n) { case 1: if (open()) break; default: return 2; }",
                "switch (n) { case 1 -> { return 1; } }",
                "switch (n) { case 1 -> { return 1; } default -> throw new Exception(); }",
                "switch (n) { case 1 -> work(); default -> throw new Exception(); }",
                "switch (n) { case 1 -> { if (open()) break; return 1; } default -> { return 2; } }",
                "switch (tier) { case LOW: return 1; case HIGH: return 2; }",
                "switch (tier) { case LOW -> { return 1; } case HIGH -> { return 2; } }",
                "switch (text) { case \"a\": return 1; default: throw new Exception(); }",
                "int v = switch (n) { case 1 -> { yield 1; } default -> throw new Exception(); };");
    }

    @Test
    void loopsEndAsJavacSays() throws IOException {
        assertLikeJavac(
                "",
                "while (true) { work(); }",
                "while (open()) { return 1; }",
                "while (true) { if (open()) break; }",
                "while (true) { while (true) { if (open()) break; } }",
                "while (true) { switch (n) { case 1: break; default: return 1; } }",
                "outer: while (true) { while (true) { if (open()) break outer; } }",
                "outer: while (true) { while (true) { if (open()) continue outer; } }",
                "while (LEVEL > 2 && !DEBUG) { work(); }",
                "while (LEVEL > 2 && n > 0) { work(); }",
                "final boolean on = true; while (on) { work(); }",
                "boolean on = true; while (on) { work(); }",
                "while ((DEBUG ? 1 : 2) == 2) { work(); }",
                "for (; ; ) { work(); }",
                "for (; true; ) { if (open()) continue; work(); }",
                "for (; ; ) { if (open()) break; }",
                "for (int i = 0; i < n; i++) { return i; }",
                "for (int one : new int[0]) { return one; }",
                "do { return 1; } while (open());",
                "do { if (open()) continue; return 1; } while (open());",
                "do { if (open()) continue; return 1; } while (true);",
                "do { if (open()) break; work(); } while (true);",
                "do { work(); } while (true);",
                "do { switch (n) { case 1: continue; default: return 1; } } while (open());",
                "a: do { do { if (open()) continue a; return 1; } while (open()); } while (n > 2);",
                "a: do { for (; ; ) { if (open()) continue a; } } while (open());",
                "label: { if (open()) break label; return 1; }",
                "label: { return 1; }",
                "label: while (true) { break label; }",
                "label: for (; ; ) { new Object() { void m() { for (; ; ) { break; } } }; }");
    }

    @Test
    void triesEndAsJavacSays() throws IOException {
        assertLikeJavac(
                "",
                "try { work(); } catch (Exception e) { return 1; }",
                "try { work(); return 1; } catch (Exception e) { return 1; }",
                "try { work(); return 1; } catch (Exception e) { e.hashCode(); }",
                "try { work(); return 1; } finally { work(); }",
                "try { work(); } finally { return 1; }",
                "try { work(); } finally { while (true) { work(); } }",
                "try { work(); } finally { while (true) { if (open()) break; } }",
                "while (true) { try { break; } finally { work(); } }",
                "while (true) { try { break; } finally { return 1; } }",
                "while (true) { try { work(); break; } catch (Exception e) { break; }"
                        + " finally { if (open()) throw new Exception(); else return 1; } }",
                "while (true) { try { break; } finally { break; } }",
                "while (true) { try { return 1; } finally { break; } }",
                "do { try { continue; } finally { return 1; } } while (open());",
                "do { try { while (true) { break; } } finally { work(); } return 1; }"
                        + " while (open());",
                "try (var r = new java.io.StringReader(\"\")) { return 1; }",
                "try (var r = new java.io.StringReader(\"\")) { work(); }",
                "try (var r = new java.io.StringReader(\"\")) { return 1; }"
                        + " catch (RuntimeException e) { work(); }");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void switchesOverPatternsEndAsJavacSays() throws IOException {
        assertLikeJavac(
                TYPES_21,
                "switch (shape()) { case Round r -> { return 1; } case Square s -> { return 2; } }",
                "switch (shape()) { case Round r -> work(); case Square s -> { return 2; } }",
                "switch (shape()) { case Round r: return 1; case Square s: return 2; }",
                "switch (shape()) { case Round(int a) when a > 2: return 1; case Shape s: work(); }",
                "switch (tier) { case null: return 0; case LOW: return 1; case HIGH: return 2; }",
                "switch (text) { case null, default -> { return 1; } }",
                "switch (text) { case String s -> { return 1; } }");
    }

    /** Class files have one branch only, where javac thinks of both. */
    @Test
    void constantChoiceHasOneEnd() throws IOException {
        assertThat(ends("", "if (true) return 1;")).containsExactly(false);
        assertThat(ends("", "if (DEBUG) return 1;")).containsExactly(true);
        assertThat(ends("", "if (!DEBUG) return 1; else work();")).containsExactly(false);
        assertThat(ends("", "while (true) { if (DEBUG) break; }")).containsExactly(false);
    }

    private static void assertLikeJavac(String types, String... bodies) throws IOException {
        Map<String, Boolean> expected = new LinkedHashMap<>();
        Map<String, Boolean> actual = new LinkedHashMap<>();
        Analysis analysis = new Analysis(types, List.of(bodies));
        for (int i = 0; i < bodies.length; i++) {
            expected.put(bodies[i], analysis.javacWantsReturn.get(i));
            actual.put(bodies[i], analysis.ends.get(i));
        }
        assertThat(actual).isEqualTo(expected).containsValues(true, false);
    }

    private static List<Boolean> ends(String types, String... bodies) throws IOException {
        return new Analysis(types, List.of(bodies)).ends;
    }

    /** What is said of each body, by javac and by the check. */
    private static final class Analysis extends TreePathScanner<@Nullable Void, Trees> {
        final List<Boolean> javacWantsReturn = new ArrayList<>();
        final List<Boolean> ends = new ArrayList<>();
        private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        private final CompilationUnitTree unit;

        Analysis(String types, List<String> bodies) throws IOException {
            StringBuilder source = new StringBuilder(HEAD + types);
            for (int i = 0; i < bodies.size(); i++) {
                source.append("int body").append(i).append("(int n, Tier tier, String text)");
                source.append(" throws Exception {\n").append(bodies.get(i)).append("\n}\n");
            }
            JavaFileObject file = JavaFileObjects.forSourceString("Bodies", source + "}");
            JavacTask task =
                    (JavacTask)
                            ToolProvider.getSystemJavaCompiler()
                                    .getTask(
                                            null,
                                            null,
                                            diagnostics,
                                            List.of("-proc:none", "-Xlint:none"),
                                            null,
                                            List.of(file));
            unit = task.parse().iterator().next();
            task.analyze();
            assertThat(diagnostics.getDiagnostics())
                    .allMatch(it -> it.getCode().equals("compiler.err.missing.ret.stmt"));
            scan(unit, Trees.instance(task));
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, Trees trees) {
            if (tree.getName().toString().startsWith("body")) {
                javacWantsReturn.add(hasError(trees.getSourcePositions(), tree));
                ends.add(Completion.isPossible(trees, getCurrentPath(), tree.getBody()));
            }
            return null;
        }

        private boolean hasError(SourcePositions positions, MethodTree tree) {
            long start = positions.getStartPosition(unit, tree);
            long end = positions.getEndPosition(unit, tree);
            return diagnostics.getDiagnostics().stream()
                    .mapToLong(Diagnostic::getPosition)
                    .anyMatch(position -> position >= start && position <= end);
        }
    }
}
