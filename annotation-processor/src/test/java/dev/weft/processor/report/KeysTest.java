package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Methods are folded and unfolded, and keys lead through a page. */
@ExtendWith(InBrowser.class)
class KeysTest {

    private final OpenReport report;
    private final Browser browser;

    KeysTest(OpenReport report) {
        this.report = report;
        browser = report.browser();
    }

    @Test
    void methodIsFoldedAndUnfolded() {
        report.open("shop/Orders.java.html");
        assertThat(browser.isShown("#L26")).isTrue();
        browser.one("#L25 .fold").click();
        assertThat(browser.isShown("#L26")).isFalse();
        assertThat(browser.isShown("#L25")).isTrue();
        assertThat(browser.one("#L25 .fold").getDomAttribute("aria-expanded")).isEqualTo("false");
        browser.one("#L25 .fold").click();
        assertThat(browser.isShown("#L26")).isTrue();
    }

    @Test
    void linkIntoAFoldedMethodUnfoldsIt() {
        report.open("shop/Orders.java.html");
        browser.press("F");
        assertThat(browser.isShown("#L34")).isFalse();
        browser.run("location.hash = '#L34'");
        browser.awaitAddress("#L34");
        assertThat(browser.isShown("#L34")).isTrue();
        assertThat(browser.isInView("#L34")).isTrue();
        assertThat(browser.isShown("#L26")).isFalse();
    }

    @Test
    void keysLeadFromPointToPoint() {
        report.open("shop/Orders.java.html");
        browser.press("j");
        assertThat(focusedPoint()).isEqualTo("p34-1");
        assertThat(browser.isInView("#p34-1")).isTrue();
        assertThat(browser.isShown("#p34-1 table")).isTrue();
        browser.press("j");
        assertThat(focusedPoint()).isEqualTo("p42-1");
        assertThat(browser.isShown("#p34-1 table")).isFalse();
        browser.press("k");
        assertThat(focusedPoint()).isEqualTo("p34-1");
        browser.press(Keys.ENTER);
        assertThat(browser.isShown("#p34-1 table")).isFalse();
    }

    private Object focusedPoint() {
        return browser.run("return document.activeElement.closest('.point').id");
    }

    @Test
    void keysLeadFromMethodToMethodAndFoldThem() {
        report.open("shop/Orders.java.html");
        browser.press("J");
        browser.press("J");
        assertThat(browser.run("return document.activeElement.closest('.method').id"))
                .isEqualTo("m-orderAll");
        browser.press("f");
        assertThat(browser.isShown("#L41")).isFalse();
        browser.press("f");
        assertThat(browser.isShown("#L41")).isTrue();
        browser.press("i");
        browser.awaitAddress("index.html");
    }

    @Test
    void keysAreListed() {
        report.open("shop/Orders.java.html");
        assertThat(browser.isShown("#keys")).isFalse();
        browser.press("?");
        assertThat(browser.isShown("#keys")).isTrue();
        browser.escape();
        assertThat(browser.isShown("#keys")).isFalse();
    }
}
