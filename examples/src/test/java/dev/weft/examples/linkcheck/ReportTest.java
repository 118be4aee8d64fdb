package dev.weft.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final URI ROOT = URI.create("http://site/");

    private static URI at(String path) {
        return ROOT.resolve(path);
    }

    private static Link link(int line, String text) {
        return new Link(line, text, Addresses.resolve(ROOT, text), Addresses.fragment(text));
    }

    private static Page page(String path, Set<String> anchors, Link... links) {
        return Page.html(at(path), 1_000, new Page.Content(List.of(links), anchors));
    }

    private static List<String> broken(Page... pages) {
        return Report.of(ROOT, List.of(pages)).broken().stream()
                .map(found -> found.link().line() + " " + found.reason())
                .toList();
    }

    @Test
    void findsFragmentsAsTheyAreWrittenAndDecoded() {
        Page target = page("t", Set.of("a%20b", "<init>()"));
        Page page =
                page(
                        "/",
                        Set.of(),
                        link(1, "t#a%20b"),
                        link(2, "t#%3Cinit%3E()"),
                        link(3, "t#top"),
                        link(4, "t#"),
                        link(5, "t#nowhere"));
        assertThat(broken(page, target)).containsExactly("5 no such fragment");
    }

    @Test
    void followsRedirectsAndFindsCircles() {
        assertThat(
                        broken(
                                page(
                                        "/",
                                        Set.of(),
                                        link(1, "moved#here"),
                                        link(2, "moved#gone"),
                                        link(3, "round"),
                                        link(4, "away")),
                                Page.moved(at("moved"), 0, at("moved2")),
                                Page.moved(at("moved2"), 0, at("t")),
                                Page.moved(at("round"), 0, at("round2")),
                                Page.moved(at("round2"), 0, at("round")),
                                Page.moved(at("away"), 0, URI.create("http://other/")),
                                page("t", Set.of("here"))))
                .containsExactly("2 no such fragment", "3 redirects in a circle");
    }

    @Test
    void countsAndPrints() {
        Report report =
                Report.of(
                        ROOT,
                        List.of(
                                page("b", Set.of(), link(9, "gone"), link(4, "http://[x")),
                                page("a", Set.of(), link(7, "gone#x"), link(8, "http://other/")),
                                page("c", Set.of(), link(1, "not-visited"), link(2, "a")),
                                Page.missing(at("gone"), 500, "status 404")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.print(new PrintStream(out, true, StandardCharsets.UTF_8), Duration.ofMillis(1_234));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines(
                        """
                        http://site/a
                          line 7: gone#x (status 404)
                        http://site/b
                          line 4: http://[x (not an address)
                          line 9: gone (status 404)
                        3 pages, 6 links, 3 broken, 1 lead elsewhere, 0.0 MB, 1.2 s
                        1 links lead to pages that were not visited
                        """);
    }
}
