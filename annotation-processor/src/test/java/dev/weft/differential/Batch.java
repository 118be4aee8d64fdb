package dev.weft.differential;

import dev.weft.differential.CorpusCompiler.Build;
import dev.weft.differential.CorpusCompiler.Rejected;
import dev.weft.differential.Pair.Difference;
import dev.weft.differential.Pair.Run;
import dev.weft.differential.generator.GeneratedProgram;
import dev.weft.differential.probe.FailureKind;
import dev.weft.differential.probe.LeafMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Generated programs that are compiled together, which is what takes the time. */
final class Batch {

    /** What a program showed: null where both sides agree. */
    record Finding(long seed, GeneratedProgram program, String what) {}

    private static final int FAILURES = 3;

    private static final List<LeafMode> MODES =
            List.of(LeafMode.AT_ONCE, LeafMode.SOON, LeafMode.THREAD, LeafMode.MIXED);

    private static final List<List<String>> OPTIONS =
            List.of(
                    List.of("-g"),
                    List.of("-g:none"),
                    List.of("-parameters"),
                    List.of("-g", "-Aweft.keepLocals=true"));

    private static final List<Source> SUPPORT = support();

    private final CorpusCompiler compiler;
    private final Build build;
    private final WovenSide side;
    private final boolean check;
    private int skipped;

    /**
     * @param build what is compared with the twin
     * @param check whether ASM checks every class, beside the JVM
     */
    Batch(CorpusCompiler compiler, Build build, WovenSide side, boolean check) {
        this.compiler = compiler;
        this.build = build;
        this.side = side;
        this.check = check;
    }

    /** Runs the programs of these seeds. */
    List<Finding> run(Map<Long, GeneratedProgram> programs) {
        try {
            return compiled(programs);
        } catch (RuntimeException e) {
            if (programs.size() == 1) return rejected(programs, e);
            return halves(programs);
        }
    }

    private List<Finding> halves(Map<Long, GeneratedProgram> programs) {
        long middle =
                programs.keySet().stream().sorted().skip(programs.size() / 2).findFirst().get();
        Map<Long, GeneratedProgram> lower = new TreeMap<>(programs);
        Map<Long, GeneratedProgram> upper = new TreeMap<>(programs);
        lower.keySet().removeIf(seed -> seed >= middle);
        upper.keySet().removeIf(seed -> seed < middle);
        List<Finding> findings = new ArrayList<>(run(lower));
        findings.addAll(run(upper));
        return findings;
    }

    /** How many programs said nothing, because javac crashes on them or writes invalid classes. */
    int skipped() {
        return skipped;
    }

    /** A program that javac itself does not accept says nothing about the weaver. */
    private List<Finding> rejected(Map<Long, GeneratedProgram> programs, RuntimeException reason) {
        var only = programs.entrySet().iterator().next();
        String what = "cannot be woven: " + reason.getMessage();
        try {
            compiler.twin(sources(programs), List.of());
        } catch (Rejected e) {
            if (e.getMessage().contains("bugreport.java.com")) {
                skipped++;
                return List.of();
            }
            what = "is not Java: " + e.getMessage();
        }
        return List.of(new Finding(only.getKey(), only.getValue(), what));
    }

    private List<Finding> compiled(Map<Long, GeneratedProgram> programs) {
        long first = programs.keySet().stream().min(Long::compare).orElse(0L);
        var built = build.of(sources(programs), options(first));
        var twin = twin(programs, built.unwoven());
        List<Finding> findings = new ArrayList<>();
        built.ways().forEach((way, classes) -> compare(programs, way, classes, twin, findings));
        if (!findings.isEmpty()) leaveOutInvalid(findings, built.unwoven());
        return findings;
    }

    /** What the compiler itself has written wrong says nothing about the weaver. */
    private void leaveOutInvalid(List<Finding> findings, Map<String, byte[]> unwoven) {
        Map<String, byte[]> plain = new TreeMap<>(unwoven);
        plain.replaceAll((name, bytes) -> build.asTwin(bytes));
        var loader = new ProgramLoader(plain);
        int before = findings.size();
        findings.removeIf(finding -> !links(loader, "gen." + finding.program().name()));
        skipped += before - findings.size();
    }

    private void compare(
            Map<Long, GeneratedProgram> programs,
            String way,
            Map<String, byte[]> classes,
            Map<String, byte[]> twinClasses,
            List<Finding> findings) {
        var loader = new ProgramLoader(classes);
        var twin = new ProgramLoader(twinClasses);
        programs.forEach(
                (seed, program) -> {
                    String what = difference(seed, program, classes, twin, loader);
                    if (what != null) findings.add(new Finding(seed, program, way + ' ' + what));
                });
    }

    /** What javac wrote for the processor, but for programs that the twin needs rewritten. */
    private Map<String, byte[]> twin(
            Map<Long, GeneratedProgram> programs, Map<String, byte[]> unwoven) {
        Map<Long, GeneratedProgram> rewritten = new TreeMap<>(programs);
        rewritten.values().removeIf(program -> TwinSource.isPlain(source(program)));
        Map<String, byte[]> twin = compiler.withTwin(unwoven);
        if (!rewritten.isEmpty())
            twin.putAll(compiler.twin(sources(rewritten), List.of("-nowarn", "-Xmaxerrs", "5")));
        twin.replaceAll((name, bytes) -> build.asTwin(bytes));
        return twin;
    }

    private static boolean links(ProgramLoader loader, String name) {
        try {
            for (String each : loader.names())
                if (each.equals(name) || each.startsWith(name + '$'))
                    loader.loadClass(each).getDeclaredMethods();
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static List<String> options(long seed) {
        List<String> options = new ArrayList<>(List.of("-nowarn", "-Xmaxerrs", "5"));
        options.addAll(OPTIONS.get((int) (seed / 200 % OPTIONS.size())));
        return options;
    }

    private static List<Source> sources(Map<Long, GeneratedProgram> programs) {
        List<Source> sources = new ArrayList<>(SUPPORT);
        programs.values().forEach(program -> sources.add(source(program)));
        return sources;
    }

    private static Source source(GeneratedProgram program) {
        return new Source("gen/" + program.name() + ".java", program.source());
    }

    private static List<Source> support() {
        List<Source> support = new ArrayList<>(Source.resources("generator/gen"));
        support.addAll(Source.resources("entry"));
        return support;
    }

    private @Nullable String difference(
            long seed,
            GeneratedProgram program,
            Map<String, byte[]> classes,
            ProgramLoader twin,
            ProgramLoader woven) {
        String name = "gen." + program.name();
        if (check) {
            Map<String, byte[]> own = new TreeMap<>(classes);
            own.keySet().removeIf(each -> !each.equals(name) && !each.startsWith(name + '$'));
            String problems = ClassCheck.problems(own, woven);
            if (!problems.isEmpty()) return "is not valid: " + problems;
        }
        if (!links(twin, name)) {
            skipped++;
            return null;
        }
        if (!links(woven, name)) return "is not valid: " + name + " does not link";
        Pair pair = new Pair(twin, woven, side, name, "run");
        Random random = new Random(seed);
        for (LeafMode mode : MODES) {
            if (mode == LeafMode.THREAD && seed % 8 != 0) continue;
            Difference difference = pair.compare(new Run(mode, seed, 0, FailureKind.UNCHECKED));
            if (difference != null) return "differs: " + difference;
        }
        for (int i = 0; i < FAILURES && pair.leaves() > 0; i++) {
            int failing = 1 + random.nextInt(pair.leaves());
            LeafMode mode = i == 0 ? LeafMode.AT_ONCE : LeafMode.MIXED;
            FailureKind kind = FailureKind.values()[random.nextInt(3)];
            Difference difference = pair.compare(new Run(mode, seed, failing, kind));
            if (difference != null) return "differs: " + difference;
        }
        return null;
    }
}
