package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page is: the source, escaped, in two themes, without anything from elsewhere. */
@ExtendWith(InBrowser.class)
class PageTest {

    private final OpenReport report;
    private final Browser browser;

    PageTest(OpenReport report) {
        this.report = report;
        browser = report.browser();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingIsComplainedOfAndNothingIsLoadedFromElsewhere(String theme) {
        browser.theme(theme);
        browser.requests();
        browser.complaints();
        for (String page : OpenReport.PAGES) report.open(page);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(
                        url ->
                                url.startsWith("file:")
                                        || url.startsWith("about:")
                                        || url.startsWith("data:,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingStandsInTheWayOfAnyReader(String theme) throws IOException {
        browser.theme(theme);
        for (String page : OpenReport.PAGES) {
            report.open(page);
            browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat(browser.barriers()).as(page).isEmpty();
        }
    }

    @Test
    void themeFollowsTheReadersSystem() {
        report.open("index.html");
        Object light = background();
        browser.theme("dark");
        assertThat(background()).isNotEqualTo(light);
    }

    private Object background() {
        return browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void pageShowsTheSourceToTheCharacter() throws IOException {
        for (String name : List.of("shop/Orders.java", "Hostile.java")) {
            report.open(name + ".html");
            Object text =
                    browser.run(
                            "return [...document.querySelectorAll('.line > code')]"
                                    + ".map(c => c.textContent).join('\\n') + '\\n'");
            assertThat(text).isEqualTo(Files.readString(OpenReport.SOURCES.resolve(name)));
        }
    }

    @Test
    void nothingInASourceIsTakenForMarkup() {
        report.open("Hostile.java.html");
        assertThat(browser.all("script")).hasSize(1);
        assertThat(browser.all("img, style, b, [onmouseover], [onload]")).isEmpty();
        assertThat(browser.run("return window.hacked")).isEqualTo("");
        assertThat(browser.shown("#outline a"))
                .containsExactly("größe(Map<String, T[]>, String[])\n1");
        report.open("index.html");
        assertThat(browser.shown("td:first-child a")).contains("größe(Map<String, T[]>, String[])");
    }
}
