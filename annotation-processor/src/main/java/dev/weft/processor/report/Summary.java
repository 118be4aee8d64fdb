package dev.weft.processor.report;

import dev.weft.weaver.MethodFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * What the index has to know of a page. It is kept in a file beside the page, so that a compilation
 * of some of the sources can write the index of all.
 *
 * @param name the name of the source, with the folder of its package
 * @param source the way from the folder of the report to the source, empty if there is none
 * @param findings how many things the checks found
 */
record Summary(String name, String source, int findings, List<Line> lines) {

    /** An async method. */
    record Line(
            int line,
            String name,
            String parameters,
            String kind,
            int points,
            int frame,
            int body) {

        boolean huge() {
            return body > MethodFacts.LARGEST_COMPILED;
        }
    }

    /** The text of the file: a line for the source, and one for each method. */
    String text() {
        List<String> text = new ArrayList<>();
        text.add(String.join("\t", name, source, Integer.toString(findings)));
        for (Line method : lines) {
            text.add(
                    "%d\t%s\t%s\t%s\t%d\t%d\t%d"
                            .formatted(
                                    method.line,
                                    method.name,
                                    method.parameters,
                                    method.kind,
                                    method.points,
                                    method.frame,
                                    method.body));
        }
        return String.join("\n", text) + "\n";
    }

    /** What such a text says. */
    static Summary of(String text) {
        String[] lines = text.split("\n");
        String[] head = lines[0].split("\t", -1);
        List<Line> methods = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            String[] part = lines[i].split("\t", -1);
            methods.add(
                    new Line(
                            Integer.parseInt(part[0]),
                            part[1],
                            part[2],
                            part[3],
                            Integer.parseInt(part[4]),
                            Integer.parseInt(part[5]),
                            Integer.parseInt(part[6])));
        }
        return new Summary(head[0], head[1], Integer.parseInt(head[2]), methods);
    }
}
