package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page tells of its source. */
@ExtendWith(InBrowser.class)
class PageFactsTest {

    private final OpenReport report;
    private final Browser browser;

    PageFactsTest(OpenReport report) {
        this.report = report;
        browser = report.browser();
    }

    @Test
    void eachSuspensionPointHasAMark() {
        report.open("shop/Orders.java.html");
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
        report.open("shop/Orders.java.html#p34-1");
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
        report.open("shop/Orders.java.html");
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertThat(browser.one("#p65-1 .several").getText())
                .isEqualTo("in 2 places of the bytecode");
        assertThat(browser.shown("#p65-1 caption"))
                .containsExactly(
                        "State 2, 8 bytes kept across it", "State 3, 8 bytes kept across it");
    }

    @Test
    void methodTellsItsFrameAndItsBody() {
        report.open("shop/Orders.java.html");
        assertThat(browser.one("#m-order").getText())
                .matches(" *coroutine 1 suspension point frame \\d+ bytes body \\d+ bytes");
    }

    @Test
    void methodThatIsNeverCompiledStandsOut() {
        report.open("Huge.java.html");
        assertThat(browser.shown(".method.huge strong"))
                .containsExactly("more than 8,000 bytes of bytecode: HotSpot never compiles it");
        report.open("index.html");
        assertThat(browser.shown(".alert li")).hasSize(1);
        browser.one(".alert li a").click();
        assertThat(browser.address()).contains("Huge.java.html#L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"source,lines", "none"})
    void hintTellsHowToSeeNames(String debug) throws IOException {
        Path folder = report.folder("g-" + debug);
        Compiler compiler = new Compiler(folder, "-g:" + debug, "-Aweft.report=" + folder);
        assertThat(compiler.compile(OpenReport.SOURCES.resolve("shop/Stock.java"))).isEmpty();
        browser.open(folder.resolve("shop/Stock.java.html").toUri().toString());
        assertThat(browser.shown(".hint")).hasSize(1);
        assertThat(browser.shown(".point")).hasSize(3);
        report.open("shop/Stock.java.html");
        assertThat(browser.shown(".hint")).isEmpty();
    }

    private static final String[] FORGOTTEN = {
        "class Forgotten {",
        "    @dev.weft.Async dev.weft.Coroutine<Void> forget() {",
        "        forget();",
        "        return dev.weft.Weft.done();",
        "    }",
        "}"
    };

    @Test
    void findingStandsBelowItsLine() throws IOException {
        Path folder = report.folder("found");
        Compiler compiler =
                new Compiler(folder, "-Aweft.report=" + folder, "-Aweft.unawaited=warn");
        Path source = compiler.source("Forgotten.java", FORGOTTEN);
        assertThat(compiler.compile(source)).contains("Forgotten.java:3: warning");
        browser.open(folder.resolve("Forgotten.java.html").toUri().toString());
        assertThat(browser.one("#L3 .noted").getText()).startsWith("forget");
        assertThat(browser.one("#L3 + .lens .finding.warn").getText())
                .startsWith("weft:unawaited nobody awaits this")
                .doesNotContain("[");
        assertThat(browser.all(".flag.warn")).hasSize(1);
        assertThat(browser.shown(".unclean")).containsExactly("1 finding");
        assertThat(browser.barriers()).isEmpty();
        browser.open(folder.resolve("index.html").toUri().toString());
        assertThat(browser.shown("tr .unclean")).containsExactly("1 finding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Aweft.unawaited=off", "@SuppressWarnings(\"weft:unawaited\")"})
    void silencedFindingIsThereButNotCounted(String how) throws IOException {
        boolean option = how.startsWith("-A");
        Path folder = report.folder(option ? "off" : "suppressed");
        Compiler compiler =
                new Compiler(folder, "-Aweft.report=" + folder, option ? how : "-Xlint:none");
        String[] lines = FORGOTTEN.clone();
        if (!option) lines[0] = how + " " + lines[0];
        assertThat(compiler.compile(compiler.source("Forgotten.java", lines))).isEmpty();
        browser.open(folder.resolve("Forgotten.java.html").toUri().toString());
        assertThat(browser.one("#L3 + .lens .finding.off").getText())
                .startsWith("weft:unawaited silenced nobody awaits this");
        assertThat(browser.all(".flag, .unclean")).isEmpty();
        assertThat(browser.shown(".totals li")).contains("no findings", "1 silenced");
        assertThat(browser.barriers()).isEmpty();
    }
}
