package dev.weft.differential;

import java.util.ArrayList;
import java.util.List;

/** The programs of the corpus that the running JDK compiles. */
final class Corpus {

    static List<Source> sources(List<String> options) {
        List<Source> all = new ArrayList<>(Source.resources("corpus"));
        if (!options.contains("--release") && compiles(21))
            all.addAll(Source.resources("corpus21"));
        all.addAll(BigPrograms.sources());
        if (options.contains("-Aweft.keepLocals=true"))
            all.removeIf(source -> LEFT_EARLY.contains(source.className()));
        return all;
    }

    /** Locals cannot be kept yet where a loop over each is left early. */
    private static final List<String> LEFT_EARLY =
            List.of(
                    "corpus.Each",
                    "corpus21.Each21",
                    "corpus.Generators",
                    "corpus.AsyncClose",
                    "corpus.Scopes",
                    "corpus.Mixtures");

    private static boolean compiles(int version) {
        return Runtime.version().feature() >= version;
    }

    private Corpus() {}
}
