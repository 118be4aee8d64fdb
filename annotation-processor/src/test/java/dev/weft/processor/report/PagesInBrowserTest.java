package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/** The pages of the report as a reader has them. */
class PagesInBrowserTest {

    private static final Path SOURCES = Path.of("src/test/resources/report").toAbsolutePath();
    private static final List<String> PAGES =
            List.of(
                    "index.html",
                    "Hostile.java.html",
                    "Huge.java.html",
                    "shop/Orders.java.html",
                    "shop/Stock.java.html");

    @TempDir static Path folder;
    private static Browser browser;

    @BeforeAll
    static void writeReportAndStartBrowser() throws IOException {
        Compiler compiler = new Compiler(folder, "-g", "-Aweft.report=" + folder.resolve("report"));
        Path huge = compiler.source("Huge.java", HugeMethod.source());
        String output =
                compiler.compile(
                        SOURCES.resolve("shop/Orders.java"),
                        SOURCES.resolve("shop/Stock.java"),
                        SOURCES.resolve("Hostile.java"),
                        huge);
        assertThat(output).isEmpty();
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) browser.close();
    }

    @BeforeEach
    void light() {
        browser.theme("light");
    }

    private static void open(String page) {
        browser.open(folder.resolve("report").toUri() + page);
    }

    // what a page is

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void nothingIsComplainedOfAndNothingIsLoadedFromElsewhere(String theme) {
        browser.theme(theme);
        browser.requests();
        browser.complaints();
        for (String page : PAGES) open(page);
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
        for (String page : PAGES) {
            open(page);
            browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
            assertThat(browser.barriers()).as(page).isEmpty();
        }
    }

    @Test
    void themeFollowsTheReadersSystem() {
        open("index.html");
        Object light = background();
        browser.theme("dark");
        assertThat(background()).isNotEqualTo(light);
    }

    private static Object background() {
        return browser.run("return getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void pageShowsTheSourceToTheCharacter() throws IOException {
        for (String name : List.of("shop/Orders.java", "Hostile.java")) {
            open(name + ".html");
            Object text =
                    browser.run(
                            "return [...document.querySelectorAll('.line > code')]"
                                    + ".map(c => c.textContent).join('\\n') + '\\n'");
            assertThat(text).isEqualTo(Files.readString(SOURCES.resolve(name)));
        }
    }

    @Test
    void nothingInASourceIsTakenForMarkup() {
        open("Hostile.java.html");
        assertThat(browser.all("script")).hasSize(1);
        assertThat(browser.all("img, style, b, [onmouseover], [onload]")).isEmpty();
        assertThat(browser.run("return window.hacked")).isEqualTo("");
        assertThat(browser.shown("#outline a"))
                .containsExactly("größe(Map<String, T[]>, String[])\n1");
        open("index.html");
        assertThat(browser.shown("td:first-child a")).contains("größe(Map<String, T[]>, String[])");
    }

    // what a page tells

    @Test
    void eachSuspensionPointHasAMark() {
        open("shop/Orders.java.html");
        assertThat(browser.shown(".point .word"))
                .containsExactly(
                        "await",
                        "close after a failure",
                        "next element",
                        "close on leaving the loop",
                        "close",
                        "tail return",
                        "await",
                        "await",
                        "await",
                        "await",
                        "await",
                        "await");
        assertThat(browser.all(".line .knot")).hasSize(9);
        assertThat(browser.shown(".line .waits.await")).hasSize(7);
    }

    @Test
    void pointTellsTheTypeAndWhatIsKept() {
        open("shop/Orders.java.html#p34-1");
        assertThat(browser.one("#p34-1 summary").getText())
                .isEqualTo(
                        "await Coroutine<Integer> keeps amount, the loop's iterator, a part of the"
                                + " expression");
        assertThat(browser.shown("#p34-1 tbody tr"))
                .containsExactly(
                        "this Orders self 4",
                        "amount int a1 4",
                        "the loop's iterator Iterator v0 4",
                        "a part of the expression int v1 4");
    }

    @Test
    void codeThatIsThereSeveralTimesIsOnePoint() {
        open("shop/Orders.java.html");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(browser.one("#p65-1 .several").getText())
                .isEqualTo("in 2 places of the bytecode");
        assertThat(browser.shown("#p65-1 caption"))
                .containsExactly(
                        "State 2, 8 bytes kept across it", "State 3, 8 bytes kept across it");
    }

    @Test
    void methodTellsItsFrameAndItsBody() {
        open("shop/Orders.java.html");
        assertThat(browser.one("#m-order").getText())
                .matches(" *coroutine 1 suspension point frame \\d+ bytes body \\d+ bytes");
    }

    @Test
    void methodThatIsNeverCompiledStandsOut() {
        open("Huge.java.html");
        assertThat(browser.shown(".method.huge strong"))
                .containsExactly("more than 8,000 bytes of bytecode: HotSpot never compiles it");
        open("index.html");
        assertThat(browser.shown(".alert li")).hasSize(1);
        browser.one(".alert li a").click();
        assertThat(browser.address()).contains("Huge.java.html#L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source,lines", "none"})
    void hintTellsHowToSeeNames(String debug) throws IOException {
        Path report = folder.resolve("g-" + debug);
        Compiler compiler = new Compiler(folder, "-g:" + debug, "-Aweft.report=" + report);
        assertThat(compiler.compile(SOURCES.resolve("shop/Stock.java"))).isEmpty();
        browser.open(report.resolve("shop/Stock.java.html").toUri().toString());
        assertThat(browser.shown(".hint")).hasSize(1);
        assertThat(browser.shown(".point")).hasSize(3);
        open("shop/Stock.java.html");
        assertThat(browser.shown(".hint")).isEmpty();
    }

    @Test
    void findingStandsBelowItsLine() throws IOException {
        Path report = folder.resolve("found");
        Compiler compiler =
                new Compiler(folder, "-Aweft.report=" + report, "-Aweft.unawaited=warn");
        Path source =
                compiler.source(
                        "Forgotten.java",
                        "class Forgotten {",
                        "    @dev.weft.Async dev.weft.Coroutine<Void> forget() {",
                        "        forget();",
                        "        return dev.weft.Weft.done();",
                        "    }",
                        "}");
        assertThat(compiler.compile(source)).contains("Forgotten.java:3: warning");
        browser.open(report.resolve("Forgotten.java.html").toUri().toString());
        assertThat(browser.one("#L3 .noted").getText()).startsWith("forget");
        assertThat(browser.one("#L3 + .lens .finding.warn").getText())
                .startsWith("weft:unawaited nobody awaits this")
                .doesNotContain("[");
        assertThat(browser.all(".flag.warn")).hasSize(1);
        assertThat(browser.shown(".unclean")).containsExactly("1 finding");
        assertThat(browser.barriers()).isEmpty();
        browser.open(report.resolve("index.html").toUri().toString());
        assertThat(browser.shown("tr .unclean")).containsExactly("1 finding");
    }

    // links

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        TreeSet<String> links = new TreeSet<>();
        for (String page : PAGES) {
            open(page);
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
        open("index.html");
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
        open("shop/Orders.java.html#p34-1");
        browser.one("#p34-1 p a").click();
        assertThat(browser.address()).endsWith("shop/Stock.java.html#m-reserve");
        assertThat(browser.isInView("#m-reserve")).isTrue();
    }

    // folding

    @Test
    void methodIsFoldedAndUnfolded() {
        open("shop/Orders.java.html");
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
        open("shop/Orders.java.html");
        browser.press("F");
        assertThat(browser.isShown("#L34")).isFalse();
        browser.run("location.hash = '#L34'");
        browser.awaitAddress("#L34");
        assertThat(browser.isShown("#L34")).isTrue();
        assertThat(browser.isInView("#L34")).isTrue();
        assertThat(browser.isShown("#L26")).isFalse();
    }

    // keys

    @Test
    void keysLeadFromPointToPoint() {
        open("shop/Orders.java.html");
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

    private static Object focusedPoint() {
        return browser.run("return document.activeElement.closest('.point').id");
    }

    @Test
    void keysLeadFromMethodToMethodAndFoldThem() {
        open("shop/Orders.java.html");
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
        open("shop/Orders.java.html");
        assertThat(browser.isShown("#keys")).isFalse();
        browser.press("?");
        assertThat(browser.isShown("#keys")).isTrue();
        browser.escape();
        assertThat(browser.isShown("#keys")).isFalse();
    }

    // searching

    @Test
    void indexIsSearchedForMethodsAndSources() {
        open("index.html");
        browser.press("/");
        browser.type("stock reserve");
        assertThat(browser.shown("td:first-child a")).containsExactly("reserve(String, int)");
        assertThat(browser.one("#count").getText()).isEqualTo("1 method");
        browser.press(Keys.ENTER);
        assertThat(browser.address()).endsWith("shop/Stock.java.html#L15");
        browser.run("history.back()");
        browser.awaitAddress("#q=stock%20reserve");
        assertThat(browser.shown("td:first-child a")).containsExactly("reserve(String, int)");
        browser.press("/");
        browser.escape();
        assertThat(browser.shown("td:first-child a")).hasSizeGreaterThan(5);
    }

    @Test
    void methodsOfAPageAreSearchedAndElseTheIndex() {
        open("shop/Orders.java.html");
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
