package dev.weft.processor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A Chromium without a window, as its reader's hands and eyes. */
final class Browser implements AutoCloseable {

    private static final List<String> CHROMIUMS =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Pattern REQUEST =
            Pattern.compile(
                    "\"Network.requestWillBeSent\".*?\"request\":\\{.*?\"url\":\"([^\"]*)\"");

    /** Long enough for any machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Starts one. Where there is none the test is skipped, unless {@code -Dweft.chromium=required}.
     *
     * @param profile an empty folder
     */
    static Browser start(Path profile) {
        String chromium =
                CHROMIUMS.stream()
                        .filter(path -> new File(path).canExecute())
                        .findFirst()
                        .orElse("");
        if (chromium.isEmpty() || !DRIVER.canExecute()) return missing();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--window-size=1400,1000",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return new Browser(driver);
    }

    private static Browser missing() {
        String message =
                "There is no Chromium with a chromedriver here: the report's pages are NOT TESTED."
                        + " Install Debian's chromium and chromium-driver.";
        assertThat(System.getProperty("weft.chromium")).as(message).isNotEqualTo("required");
        System.err.println("WARNING: " + message);
        return abort(message);
    }

    @Override
    public void close() {
        driver.quit();
    }

    /** The theme that the reader's system asks for, and that nothing moves. */
    void theme(String theme) {
        List<Map<String, String>> features =
                List.of(
                        Map.of("name", "prefers-color-scheme", "value", theme),
                        Map.of("name", "prefers-reduced-motion", "value", "reduce"));
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    void open(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** By the driver, which waits for the page: one that is still loading may ignore a script. */
    void back() {
        driver.navigate().back();
    }

    String address() {
        return Objects.requireNonNull(driver.getCurrentUrl());
    }

    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void type(String text) {
        for (char c : text.toCharArray()) press(String.valueOf(c));
    }

    void escape() {
        press(Keys.ESCAPE);
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The texts of what is shown. */
    List<String> shown(String selector) {
        return all(selector).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    boolean isShown(String selector) {
        return one(selector).isDisplayed();
    }

    /** Whether it lies between the bar on top and the lower edge of the window. */
    boolean isInView(String selector) {
        return (boolean)
                run(
                        "const r = document.querySelector(arguments[0]).getBoundingClientRect();"
                                + "return r.top >= 40 && r.bottom <= innerHeight;",
                        selector);
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** Waits for what the page does on its own account. */
    void awaitAddress(String ending) {
        new WebDriverWait(driver, PATIENCE)
                .until(d -> String.valueOf(d.getCurrentUrl()).endsWith(ending));
    }

    Object run(String script, Object... arguments) {
        Object result = driver.executeScript(script, arguments);
        return result == null ? "" : result;
    }

    /** What the console says since the last time that it was asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What was loaded since the last time that it was asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .flatMap(message -> REQUEST.matcher(message).results())
                .map(MatchResult::group)
                .map(found -> found.substring(found.indexOf("\"url\":\"") + 7, found.length() - 1))
                .toList();
    }

    /** What axe finds fault with: ids of its rules, and where. */
    List<?> barriers() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            byte[] script = Objects.requireNonNull(axe).readAllBytes();
            run(new String(script, StandardCharsets.UTF_8));
        }
        Object found =
                driver.executeAsyncScript(
                        "const done = arguments[0];"
                                + "axe.run().then(r => done(r.violations.map(v =>"
                                + " v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html).join(' '))))"
                                + ".catch(e => done(['axe: ' + e]));");
        return (List<?>) Objects.requireNonNull(found);
    }
}
