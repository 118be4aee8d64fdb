package dev.weft.examples.linkcheck;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the pages of a site say about its links.
 *
 * @param pages the number of addresses that were visited and lead to a page
 * @param links the number of links on them
 * @param outside how many of these lead off the site and were not checked
 * @param unchecked how many lead to a page of the site that was not visited
 * @param broken the links that lead nowhere, by page and line
 * @param bytes the size of everything visited
 */
record Report(
        long pages, long links, long outside, long unchecked, List<BrokenLink> broken, long bytes) {

    /** Looks every link up. */
    static Report of(URI root, Collection<Page> pages) {
        Judge judge = new Judge(root, pages);
        for (Page page : pages) {
            page.links().forEach(link -> judge.judge(page, link));
        }
        judge.broken.sort(
                Comparator.comparing(BrokenLink::page)
                        .thenComparingInt(broken -> broken.link().line()));
        return new Report(
                pages.stream().filter(Page::isHere).count(),
                pages.stream().mapToLong(page -> page.links().size()).sum(),
                judge.outside,
                judge.unchecked,
                judge.broken,
                pages.stream().mapToLong(Page::bytes).sum());
    }

    void print(PrintStream out, Duration time) {
        URI page = null;
        for (BrokenLink found : broken) {
            if (!found.page().equals(page)) {
                page = found.page();
                out.println(page);
            }
            Link link = found.link();
            out.printf("  line %d: %s (%s)%n", link.line(), link.text().strip(), found.reason());
        }
        out.printf(
                Locale.ROOT,
                "%,d pages, %,d links, %,d broken, %,d lead elsewhere, %.1f MB, %.1f s%n",
                pages,
                links,
                broken.size(),
                outside,
                bytes / 1e6,
                time.toMillis() / 1e3);
        if (unchecked > 0) {
            out.printf(Locale.ROOT, "%,d links lead to pages that were not visited%n", unchecked);
        }
    }

    /** Goes through the links and keeps the count. */
    private static final class Judge {
        final List<BrokenLink> broken = new ArrayList<>();
        long outside;
        long unchecked;
        private final URI root;
        private final Map<URI, Page> pages = new HashMap<>();

        Judge(URI root, Collection<Page> pages) {
            this.root = root;
            pages.forEach(page -> this.pages.put(page.address(), page));
        }

        void judge(Page page, Link link) {
            URI target = link.target();
            if (target == null) {
                broken.add(new BrokenLink(page.address(), link, "not an address"));
            } else if (!Addresses.sameSite(root, target)) {
                outside++;
            } else {
                String reason = reason(target, link.fragment());
                if (reason != null) {
                    broken.add(new BrokenLink(page.address(), link, reason));
                }
            }
        }

        private @Nullable String reason(URI target, String fragment) {
            Set<URI> passed = new HashSet<>();
            Page page = pages.get(target);
            while (page != null && page.redirect() != null) {
                if (!passed.add(page.address())) {
                    return "redirects in a circle";
                }
                if (!Addresses.sameSite(root, page.redirect())) {
                    outside++;
                    return null;
                }
                page = pages.get(page.redirect());
            }
            if (page == null) {
                unchecked++;
                return null;
            }
            return page.problem() != null ? page.problem() : fragmentReason(page, fragment);
        }

        private static @Nullable String fragmentReason(Page page, String fragment) {
            Page.Content content = page.content();
            if (content == null || fragment.isEmpty() || fragment.equalsIgnoreCase("top")) {
                return null;
            }
            Set<String> anchors = content.anchors();
            return anchors.contains(fragment) || anchors.contains(Addresses.decoded(fragment))
                    ? null
                    : "no such fragment";
        }
    }
}
