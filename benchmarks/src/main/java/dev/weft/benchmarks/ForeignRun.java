package dev.weft.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Measures what cannot run beside the others: CPython, and ea-async, which needs an old JDK. */
final class ForeignRun {

    /** Debian's own, for which it has uvloop. */
    private static final String PYTHON =
            System.getProperty("benchmarks.python", "/usr/bin/python3");

    /** The JDK that ea-async runs on. */
    private static final Path OLD_JDK =
            Path.of(System.getProperty("benchmarks.old.jdk", System.getProperty("java.home")));

    private static final Path SOURCES = Path.of("src/main").toAbsolutePath();
    private static final int PYTHON_SLOWER = 20;
    private static final int EA_ASYNC_SLOWER = 10;

    /** Of how many operations one iteration may consist: some take a microsecond each. */
    private static final int MOST_OPERATIONS = 12_000_000;

    private static final int SECONDS = 120;

    private ForeignRun() {}

    /** Also empty where it would take minutes. */
    static Optional<Result> measure(Workload workload, int tasks, Peer peer, Effort effort) {
        boolean python = peer != Peer.EA_ASYNC;
        int times = workload.times(tasks, python ? PYTHON_SLOWER : EA_ASYNC_SLOWER);
        boolean full = effort.equals(Effort.FULL);
        if ((long) tasks * times > (full ? MOST_OPERATIONS : MOST_OPERATIONS / 4)) {
            return Optional.empty();
        }
        int iterations = Math.max(effort.of(tasks).iterations() / (python ? 4 : 1), 1);
        var command = new ArrayList<>(python ? python(peer) : eaAsync());
        command.add(workload.title());
        command.add(Integer.toString(tasks));
        command.add(Integer.toString(times));
        command.add(Integer.toString(iterations));
        return Forked.lastLine(SECONDS, command)
                .map(Double::parseDouble)
                .map(nanos -> new Result(workload, tasks, peer, nanos, Double.NaN));
    }

    private static List<String> python(Peer peer) {
        return List.of(
                PYTHON, "-B", SOURCES.resolve("python/measure.py").toString(), peer.option());
    }

    private static List<String> eaAsync() {
        String jar = jar("ea-async-");
        String classes = compiled(jar);
        return List.of(
                OLD_JDK.resolve("bin/java").toString(),
                "-javaagent:" + jar,
                "-cp",
                classes + File.pathSeparator + jar,
                "EaAsync");
    }

    /** To class files of Java 8: it knows no later ones. */
    private static String compiled(String jar) {
        try {
            String classes = Files.createTempDirectory("ea-async").toString();
            String javac = OLD_JDK.resolve("bin/javac").toString();
            String source = SOURCES.resolve("ea-async/EaAsync.java").toString();
            Forked.run(
                    SECONDS, List.of(javac, "--release", "8", "-cp", jar, "-d", classes, source));
            return classes;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String jar(String name) {
        String separator = File.pathSeparator;
        for (String entry : System.getProperty("java.class.path").split(separator)) {
            if (entry.contains(name)) return entry;
        }
        throw new IllegalStateException("no " + name + " on the class path");
    }
}
