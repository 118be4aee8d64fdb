package dev.weft.examples.linkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageParserTest {
    private static final URI ADDRESS = URI.create("http://localhost/a/b.html");

    private static Page.Content parse(String html) throws Exception {
        return PageParser.parse(ADDRESS, html.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void findsLinksWithTheirLines() throws Exception {
        Page.Content content =
                parse(
                        """
                        <html><head><link rel=stylesheet href="style.css">
                        <script src='/script.js'></script></head>
                        <body><a
                           class=x
                           href="c.html#d">c</a> <img src="d.png">
                        <!-- <a href="commented.html"> -->
                        <script>"<a href='scripted.html'>"</script>
                        <a name="no-link">x</a>
                        """);
        assertThat(content.links())
                .containsExactly(
                        link(1, "style.css", "http://localhost/a/style.css", ""),
                        link(2, "/script.js", "http://localhost/script.js", ""),
                        link(5, "c.html#d", "http://localhost/a/c.html", "d"),
                        link(5, "d.png", "http://localhost/a/d.png", ""));
    }

    @Test
    void findsIdsAndNamesAsAnchors() throws Exception {
        Page.Content content =
                parse("<p id='one'><a name='m(java.lang.String)'></a><h1 id='&lt;init&gt;()'>");
        assertThat(content.anchors()).containsOnly("one", "m(java.lang.String)", "<init>()");
    }

    @Test
    void goesByTheBaseOfThePage() throws Exception {
        Page.Content content = parse("<base href='/z/'><a href='c.html'>");
        assertThat(content.links())
                .containsExactly(link(1, "c.html", "http://localhost/z/c.html", ""));
    }

    @Test
    void goesByTheCharsetOfTheServer() throws Exception {
        byte[] page = "<p id=ä>".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(PageParser.parse(ADDRESS, page, "ISO-8859-1").anchors()).containsOnly("ä");
    }

    @Test
    void givesNoPartOfAPageWhenInterrupted() {
        byte[] page = "<p id=x>".getBytes(StandardCharsets.UTF_8);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> PageParser.parseUnlessInterrupted(ADDRESS, page, null))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static Link link(int line, String text, String target, String fragment) {
        return new Link(line, text, URI.create(target), fragment);
    }
}
