package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Links lead from page to page, and to the right line. */
@ExtendWith(InBrowser.class)
class LinksTest {

    private final OpenReport report;
    private final Browser browser;

    LinksTest(OpenReport report) {
        this.report = report;
        browser = report.browser();
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        TreeSet<String> links = new TreeSet<>();
        for (String page : OpenReport.PAGES) {
            report.open(page);
            for (Object link :
                    (List<?>)
                            browser.run(
                                    "return [...document.querySelectorAll('a')].map(a => a.href)")) {
                links.add((String) link);
            }
        }
        List<String> dead = new ArrayList<>();
        for (String link : links) {
            URI uri = URI.create(link);
            String text = Files.readString(Path.of(URI.create(link.split("#")[0])));
            String id = uri.getFragment();
            if (id != null && !id.startsWith("q=") && !text.contains("id=\"" + id + "\"")) {
                dead.add(link);
            }
        }
        assertThat(links).hasSizeGreaterThan(100);
        assertThat(dead).isEmpty();
    }

    @Test
    void indexLeadsToTheLineOfAMethod() {
        report.open("index.html");
        browser.all("td a").stream()
                .filter(link -> link.getText().startsWith("echo"))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(browser.address()).endsWith("shop/Orders.java.html#L59");
        assertThat(browser.isInView("#L59")).isTrue();
    }

    @Test
    void awaitedMethodIsALinkToItsPage() {
        report.open("shop/Orders.java.html#p34-1");
        browser.one("#p34-1 p a").click();
        assertThat(browser.address()).endsWith("shop/Stock.java.html#m-reserve");
        assertThat(browser.isInView("#m-reserve")).isTrue();
    }
}
