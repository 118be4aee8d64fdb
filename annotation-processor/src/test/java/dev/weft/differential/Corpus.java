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
        return all;
    }

    private static boolean compiles(int version) {
        return Runtime.version().feature() >= version;
    }

    private Corpus() {}
}
