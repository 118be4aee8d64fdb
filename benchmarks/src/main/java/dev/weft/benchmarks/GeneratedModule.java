package dev.weft.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources of a module in which some of a thousand methods are async. */
final class GeneratedModule {

    static final int METHODS = 1_000;
    private static final int PER_CLASS = 20;

    private static final String ASYNC =
            """
                @Async
                static Coroutine<Integer> m%1$d(int n, String s) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) {
                        try {
                            sum += await(m%2$d(i, s));
                            if (sum > 100) await(yieldNow());
                        } catch (IllegalStateException e) {
                            sum -= s.length();
                        }
                    }
                    return done(sum);
                }

            """;

    private static final String BLOCKING =
            """
                static Integer m%1$d(int n, String s) {
                    int sum = 0;
                    for (int i = 0; i < n; i++) {
                        try {
                            sum += m%2$d(i, s);
                            if (sum > 100) Thread.yield();
                        } catch (IllegalStateException e) {
                            sum -= s.length();
                        }
                    }
                    return Integer.valueOf(sum);
                }

            """;

    private GeneratedModule() {}

    /** Writes it; in each class the first so many percent of the methods are async. */
    static List<Path> write(Path directory, int percent) throws IOException {
        Files.createDirectories(directory);
        var files = new ArrayList<Path>();
        for (int i = 0; i < METHODS / PER_CLASS; i++) {
            files.add(Files.writeString(directory.resolve("C" + i + ".java"), source(i, percent)));
        }
        return files;
    }

    private static String source(int number, int percent) {
        var source = new StringBuilder();
        source.append("import static dev.weft.Weft.*;\n\nimport dev.weft.*;\n\n");
        source.append("class C").append(number).append(" {\n");
        int async = PER_CLASS * percent / 100;
        for (int i = 0; i < async; i++) source.append(ASYNC.formatted(i, (i + 1) % async));
        for (int i = async; i < PER_CLASS; i++) {
            source.append(BLOCKING.formatted(i, i + 1 < PER_CLASS ? i + 1 : async));
        }
        return source.append("}\n").toString();
    }
}
