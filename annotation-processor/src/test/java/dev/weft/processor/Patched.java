package dev.weft.processor;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A source that was compiled with fixes asked for, and what the patch makes of it.
 *
 * @param before what the compiler said
 * @param text what the patch makes of the source; the source itself if there is no patch
 * @param diff the patch, empty if there is none
 */
record Patched(Compilation before, String text, String diff) {

    static Patched of(Path folder, String name, String source, List<String> options)
            throws IOException {
        Compilation compilation = compile(name, source, with(options, "-Aweft.fix=" + folder));
        Path patch;
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.of()) {
            patch = files.filter(Files::isRegularFile).findFirst().orElse(null);
        }
        if (patch == null) {
            return new Patched(compilation, source, "");
        }
        String diff = Files.readString(patch);
        return new Patched(compilation, apply(diff, source), diff);
    }

    private static List<String> with(List<String> options, String option) {
        List<String> all = new ArrayList<>(options);
        all.add(option);
        return all;
    }

    static Compilation compile(String name, String source, List<String> options) {
        return Compiler.javac()
                .withOptions(options)
                .withProcessors(new AsyncProcessor())
                .compile(JavaFileObjects.forSourceString(name, source));
    }

    private static String apply(String diff, String source) {
        List<String> hunks = new ArrayList<>(List.of(diff.split("\n")));
        hunks.removeIf(line -> line.startsWith("\\ No newline"));
        try {
            return String.join(
                    "\n",
                    UnifiedDiffUtils.parseUnifiedDiff(hunks)
                            .applyTo(List.of(source.split("\n", -1))));
        } catch (PatchFailedException failed) {
            throw new AssertionError(diff, failed);
        }
    }
}
