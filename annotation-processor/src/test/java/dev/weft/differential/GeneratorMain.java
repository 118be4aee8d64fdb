package dev.weft.differential;

import dev.weft.differential.Batch.Finding;
import dev.weft.differential.CorpusCompiler.Build;
import dev.weft.differential.generator.GeneratedProgram;
import dev.weft.differential.generator.ProgramGrammar;
import dev.weft.differential.generator.Shrinker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * Runs the programs of a range of seeds: {@code GeneratorMain FROM TO [FOLDER]}. What differs is
 * shrunk and printed, and written to the folder. With {@code -Dweft.way=ejected} or {@code ecj} it
 * is the ejected programs that run, compiled by javac or by Eclipse's compiler; with {@code all}
 * the woven ones and the ejected ones; with {@code command} and {@code agent} what Eclipse's
 * compiler writes is woven so, the latter in a JVM with the agent.
 */
public final class GeneratorMain {

    private static final int BATCH = 200;

    private final CorpusCompiler compiler = new CorpusCompiler();
    private final Build build;
    private final WovenSide side = new WovenSide();
    private int skipped;

    /** Compares what the processor weaves with the twin. */
    GeneratorMain() {
        build = compiler.weaving();
    }

    /** Compares that, and what a compiler makes of what the processor ejects, with the twin. */
    GeneratorMain(JavaCompiler plain) {
        build = compiler.ejecting(plain);
    }

    private GeneratorMain(String way) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        build =
                switch (way) {
                    case "all" -> compiler.ejecting(javac);
                    case "ejected" -> compiler.onlyEjecting(javac);
                    case "ecj" -> compiler.onlyEjecting(new EclipseCompiler());
                    case "command" -> new EclipseBuild(true);
                    case "agent" -> new EclipseBuild(false);
                    default -> compiler.weaving();
                };
    }

    public static void main(String[] arguments) throws IOException {
        long from = Long.parseLong(arguments[0]);
        long to = Long.parseLong(arguments[1]);
        GeneratorMain main = new GeneratorMain(System.getProperty("weft.way", "woven"));
        int found = 0;
        long start = System.nanoTime();
        for (long seed = from; seed < to; seed += BATCH) {
            for (Finding finding : main.run(seed, Math.min(to, seed + BATCH))) {
                found++;
                String text = main.described(finding);
                System.out.println(text);
                if (arguments.length > 2)
                    Files.writeString(
                            Path.of(arguments[2], finding.program().name() + ".txt"), text);
            }
            if ((seed - from) / BATCH % 5 == 4)
                System.out.printf(
                        "%d seeds, %d found, %d skipped, %d s%n",
                        seed + BATCH - from,
                        found,
                        main.skipped,
                        (System.nanoTime() - start) / 1_000_000_000);
        }
        System.out.printf("%d to %d: %d found%n", from, to, found);
        System.exit(found == 0 ? 0 : 1);
    }

    /** Runs the programs of the seeds, the second exclusive. */
    List<Finding> run(long from, long to) {
        Map<Long, GeneratedProgram> programs = new TreeMap<>();
        for (long seed = from; seed < to; seed++) programs.put(seed, ProgramGrammar.of(seed));
        Batch batch = new Batch(compiler, build, side, from / BATCH % 10 == 0);
        List<Finding> findings = batch.run(programs);
        skipped += batch.skipped();
        return findings;
    }

    /** How many programs said nothing, through a fault of javac's own. */
    int skipped() {
        return skipped;
    }

    /** A finding with its smallest program that still shows it. */
    String described(Finding finding) {
        GeneratedProgram program = finding.program();
        String kind = kind(finding.what());
        List<String> last = new ArrayList<>(List.of(finding.what()));
        if (!kind.startsWith("is not Java"))
            new Shrinker(program).shrink(smaller -> shows(kind, finding.seed(), smaller, last));
        return "seed %d %s%n%n%s".formatted(finding.seed(), last.get(0), program.source());
    }

    private boolean shows(String kind, long seed, GeneratedProgram program, List<String> last) {
        List<Finding> again = new Batch(compiler, build, side, true).run(Map.of(seed, program));
        if (again.isEmpty() || !kind(again.get(0).what()).equals(kind)) return false;
        last.set(0, again.get(0).what());
        return true;
    }

    /** The start of the description, without the names and numbers that differ. */
    private static String kind(String what) {
        String line = what.lines().findFirst().orElse("");
        int differs = line.indexOf("differs");
        if (differs >= 0) return line.substring(0, differs);
        return line.replaceAll("[0-9]+", "").replaceAll("(?<=is not valid).*", "");
    }
}
