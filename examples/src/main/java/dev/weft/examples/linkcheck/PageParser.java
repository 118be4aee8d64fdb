package dev.weft.examples.linkcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.helper.DataUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds the links and anchors of one HTML page. */
final class PageParser {
    private static final Map<String, String> LINKING =
            Map.ofEntries(
                    Map.entry("a", "href"),
                    Map.entry("area", "href"),
                    Map.entry("link", "href"),
                    Map.entry("img", "src"),
                    Map.entry("script", "src"),
                    Map.entry("iframe", "src"),
                    Map.entry("frame", "src"),
                    Map.entry("embed", "src"),
                    Map.entry("audio", "src"),
                    Map.entry("video", "src"),
                    Map.entry("source", "src"),
                    Map.entry("track", "src"));

    private final URI base;
    private final List<Link> links = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>();

    /** A page links to few others, but often. */
    private final Map<String, @Nullable URI> resolved = new HashMap<>();

    private PageParser(URI base) {
        this.base = base;
    }

    /**
     * Reads a page.
     *
     * @param address where the page came from
     * @param body its bytes
     * @param charset what the server says they are; null to go by the page itself
     */
    static Page.Content parse(URI address, byte[] body, @Nullable String charset)
            throws IOException {
        Parser parser = Parser.htmlParser().setTrackPosition(true);
        Document document =
                DataUtil.load(new ByteArrayInputStream(body), charset, address.toString(), parser);
        PageParser page = new PageParser(base(document, address));
        document.forEach(page::read);
        return new Page.Content(page.links, page.anchors);
    }

    /**
     * As {@link #parse}, in a thread that is interrupted when nobody wants the page any more.
     *
     * @throws InterruptedException if it was
     */
    static Page.Content parseUnlessInterrupted(URI address, byte[] body, @Nullable String charset)
            throws IOException, InterruptedException {
        Page.Content content = parse(address, body, charset);
        if (Thread.interrupted()) {
            // jsoup takes an interrupt for the end of the page
            throw new InterruptedException("parsing " + address);
        }
        return content;
    }

    private static URI base(Document document, URI address) {
        Element base = document.selectFirst("base[href]");
        URI resolved = base == null ? null : Addresses.resolve(address, base.attr("href"));
        return resolved == null ? address : resolved;
    }

    private void read(Element element) {
        String tag = element.normalName();
        String attribute = LINKING.get(tag);
        if (attribute != null && element.hasAttr(attribute)) {
            links.add(link(element, attribute));
        }
        if (element.hasAttr("id")) {
            anchors.add(element.id());
        }
        if (tag.equals("a") && element.hasAttr("name")) {
            anchors.add(element.attr("name"));
        }
    }

    private Link link(Element element, String attribute) {
        String text = element.attr(attribute);
        int line = element.attributes().sourceRange(attribute).nameRange().start().lineNumber();
        int hash = text.indexOf('#');
        URI target =
                resolved.computeIfAbsent(
                        hash < 0 ? text : text.substring(0, hash),
                        address -> Addresses.resolve(base, address));
        return new Link(line, text, target, Addresses.fragment(text));
    }
}
