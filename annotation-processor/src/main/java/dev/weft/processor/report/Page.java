package dev.weft.processor.report;

import dev.weft.processor.check.Severity;
import io.jstach.jstache.JStache;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a source shows.
 *
 * @param root the way from the page to the folder of the report: empty or dots and slashes
 */
@JStache(path = "dev/weft/processor/report/page.mustache")
record Page(
        String fileName,
        String packageName,
        String root,
        Totals totals,
        boolean unnamed,
        List<Method> methods,
        List<Row> rows) {

    /** Numbers in words. */
    record Totals(
            String methods,
            String points,
            String largest,
            String findings,
            boolean clean,
            String silenced) {

        boolean hasSilenced() {
            return !silenced.isEmpty();
        }
    }

    /**
     * An async method or lambda.
     *
     * @param id what links to it name
     * @param filled how much of what HotSpot compiles it takes, in percent
     */
    record Method(
            String id,
            int line,
            String name,
            String parameters,
            String returns,
            String kind,
            String points,
            int pointCount,
            String frame,
            List<Value> fields,
            String body,
            int filled,
            boolean huge,
            boolean woven) {}

    /**
     * A line of the source.
     *
     * @param rail what runs along it: nothing, or the thread of an async method
     * @param indent the space before what stands on it
     * @param fold the body that begins behind it
     * @param closes how many bodies end with it
     */
    record Row(
            int number,
            String rail,
            String indent,
            List<Method> starts,
            List<Segment> segments,
            List<Point> points,
            List<Finding> findings,
            @Nullable Fold fold,
            int closes) {

        boolean waits() {
            return !points.isEmpty();
        }

        /** What colours the knot on the line. */
        String knot() {
            return points.isEmpty() ? "" : points.get(0).style();
        }

        boolean flagged() {
            return !findings.stream().allMatch(Finding::silenced);
        }

        /** What colours the flag on the line. */
        String flag() {
            return findings.stream().anyMatch(Finding::isError) ? "error" : "warn";
        }

        /** An element for each body that ends with the line. */
        List<Integer> ends() {
            return Collections.nCopies(closes, closes);
        }
    }

    /** A body that can be folded. */
    record Fold(String id, String name) {}

    /** A piece of a line in one style. */
    record Segment(String style, String text) {

        boolean plain() {
            return style.isEmpty();
        }
    }

    /**
     * A place in the source where something waits.
     *
     * @param style what is waited for, as a style
     * @param word what is waited for, as a word
     */
    record Point(
            String id,
            int line,
            String style,
            String word,
            String type,
            @Nullable Link target,
            String keeps,
            List<State> states) {

        boolean several() {
            return states.size() > 1;
        }

        int places() {
            return states.size();
        }
    }

    /** A link to another place of the report. */
    record Link(String href, String text) {}

    /** What is kept in one state of the frame. */
    record State(int number, boolean numbered, List<Value> kept, String bytes, String cleared) {

        boolean clears() {
            return !cleared.isEmpty();
        }

        boolean keeps() {
            return !kept.isEmpty();
        }
    }

    /** A value in the frame. */
    record Value(String name, boolean named, String type, String field, int bytes) {}

    /**
     * What is wrong on a line.
     *
     * @param id the check that found it, empty for the weaver
     */
    record Finding(String id, Severity severity, String message) {

        boolean checked() {
            return !id.isEmpty();
        }

        boolean silenced() {
            return severity == Severity.OFF;
        }

        boolean isError() {
            return severity == Severity.ERROR;
        }

        String style() {
            return severity.word();
        }
    }
}
