package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Methods and sources are searched for. */
@ExtendWith(InBrowser.class)
class SearchTest {

    private final OpenReport report;
    private final Browser browser;

    SearchTest(OpenReport report) {
        this.report = report;
        browser = report.browser();
    }

    @Test
    void indexIsSearchedForMethodsAndSources() {
        report.open("index.html");
        browser.press("/");
        browser.type("stock reserve");
        assertThat(browser.shown("td:first-child a")).containsExactly("reserve(String, int)");
        assertThat(browser.one("#count").getText()).isEqualTo("1 method");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith("shop/Stock.java.html#L15");
        browser.back();
        browser.awaitAddress("#q=stock%20reserve");
        assertThat(browser.shown("td:first-child a")).containsExactly("reserve(String, int)");
        browser.press("/");
        browser.escape();
        assertThat(browser.shown("td:first-child a")).hasSizeGreaterThan(5);
    }

    @Test
    void methodsOfAPageAreSearchedAndElseTheIndex() {
        report.open("shop/Orders.java.html");
        browser.press("/");
        browser.type("all");
        assertThat(browser.shown("#outline a")).containsExactly("orderAll()\n5");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith("#m-orderAll");
        browser.one("#search").clear();
        browser.one("#search").sendKeys("reserve");
        assertThat(browser.shown("#outline a")).isEmpty();
        browser.press(Keys.ENTER);
        browser.awaitAddress("index.html#q=reserve");
        assertThat(browser.shown("td:first-child a")).containsExactly("reserve(String, int)");
    }
}
