package dev.weft.differential;

import java.util.ArrayList;
import java.util.List;

/** The programs of the corpus that the running JDK can compile. */
final class Corpus {

    static List<Source> sources() {
        List<Source> all = new ArrayList<>(Source.resources("corpus"));
        all.addAll(BigPrograms.sources());
        return all;
    }

    private Corpus() {}
}
