package dev.weft.examples.linkcheck;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking for an address.
 *
 * @param address what was asked for
 * @param bytes the length of the answer's body
 * @param problem why there is no such page, in a few words; null if there is one
 * @param redirect where the server says that the page is instead; null for here
 * @param content links and anchors of an HTML page; null for anything else
 */
record Page(
        URI address,
        long bytes,
        @Nullable String problem,
        @Nullable URI redirect,
        @Nullable Content content) {

    /**
     * What a link checker reads of an HTML page.
     *
     * @param links in the order of the page
     * @param anchors what a fragment may name
     */
    record Content(List<Link> links, Set<String> anchors) {}

    static Page missing(URI address, long bytes, String problem) {
        return new Page(address, bytes, problem, null, null);
    }

    static Page moved(URI address, long bytes, URI target) {
        return new Page(address, bytes, null, target, null);
    }

    static Page html(URI address, long bytes, Content content) {
        return new Page(address, bytes, null, null, content);
    }

    static Page other(URI address, long bytes) {
        return new Page(address, bytes, null, null, null);
    }

    /** Whether the address leads to a page, and not elsewhere or nowhere. */
    boolean isHere() {
        return problem == null && redirect == null;
    }

    List<Link> links() {
        return content == null ? List.of() : content.links();
    }
}
