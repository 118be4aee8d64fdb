package dev.weft.processor.report;

import io.jstach.jstache.JStache;
import java.util.List;

/** What the first page of the report shows. */
@JStache(path = "dev/weft/processor/report/index.mustache")
record Index(Page.Totals totals, String files, List<Method> huge, List<Package> packages) {

    boolean hasHuge() {
        return !huge.isEmpty();
    }

    /** A package with async methods. */
    record Package(String name, List<File> files) {

        boolean unnamed() {
            return name.isEmpty();
        }
    }

    /** A source with async methods. */
    record File(
            String name,
            String href,
            String points,
            String findings,
            boolean clean,
            List<Method> methods) {}

    /** An async method; {@code share} is how large its frame is beside the largest, in percent. */
    record Method(
            String href,
            String name,
            String parameters,
            String kind,
            int points,
            int frame,
            int share,
            int body,
            boolean huge,
            String file) {

        String bodyText() {
            return Words.number(body);
        }
    }
}
