package dev.weft.examples.linkcheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.helper.DataUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Finds links and anchors in HTML. */
final class PageParser {
    private static final String LINKS =
            "a[href], area[href], link[href], img[src], script[src], iframe[src], frame[src],"
                    + " audio[src], video[src], source[src], track[src], embed[src]";

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
        return new Page.Content(links(document, address), anchors(document));
    }

    private static List<Link> links(Document document, URI address) {
        URI base = base(document, address);
        List<Link> links = new ArrayList<>();
        for (Element element : document.select(LINKS)) {
            String attribute = element.hasAttr("href") ? "href" : "src";
            String text = element.attr(attribute);
            int line = element.attributes().sourceRange(attribute).nameRange().start().lineNumber();
            links.add(
                    new Link(line, text, Addresses.resolve(base, text), Addresses.fragment(text)));
        }
        return links;
    }

    private static URI base(Document document, URI address) {
        Element base = document.selectFirst("base[href]");
        URI resolved = base == null ? null : Addresses.resolve(address, base.attr("href"));
        return resolved == null ? address : resolved;
    }

    private static Set<String> anchors(Document document) {
        Set<String> anchors = new HashSet<>();
        for (Element element : document.select("[id]")) {
            anchors.add(element.id());
        }
        for (Element element : document.select("a[name]")) {
            anchors.add(element.attr("name"));
        }
        return anchors;
    }

    private PageParser() {}
}
