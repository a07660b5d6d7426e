package org.lethe.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lethe.it.Lethe;
import org.lethe.it.LetheClient;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/**
 * The console as a person sees it. Each test begins with a browser that knows nothing, and ends with nothing in the browser's
 * own console, but for what {@link #expectRefusals} lets stand.
 */
final class Console implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Lethe lethe;
    private ChromeDriver driver;
    private boolean refusalsAreExpected;
    private boolean isCut;

    Console(Lethe lethe) {
        this.lethe = lethe;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        driver = Chromium.of(context).driver();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        refusalsAreExpected = false;
        if (isCut) {
            mend();
            isCut = false;
        }
        size(1280, 800);
        zone("");
        driver.get("about:blank");
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
        driver.executeCdpCommand(
                "Storage.clearDataForOrigin",
                Map.of("origin", lethe.url().toString().replaceAll("/$", ""), "storageTypes", "all"));
        driver.manage().logs().get(LogType.BROWSER);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        assertThat(complaints()).as("what the browser complained of").isEmpty();
    }

    /** Requests that the server refuses stand in the browser's console; this test makes such. */
    void expectRefusals() {
        refusalsAreExpected = true;
    }

    private List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .filter(message -> !(refusalsAreExpected
                        && message.contains("/api/")
                        && message.contains("the server responded with a status of 4")))
                .filter(message -> !(isCut && message.contains("/api/") && message.contains("net::ERR_")))
                .toList();
    }

    /** Nothing of the page reaches the server any more, until it is {@linkplain #mend mended}, or the test is over. */
    void cut() {
        isCut = true;
        connected(false);
    }

    void mend() {
        connected(true);
    }

    private void connected(boolean is) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", !is, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    String url(String page) {
        return lethe.url() + "console/" + page;
    }

    void open(String page) {
        driver.get(url(page));
    }

    void signIn(LetheClient somebody) {
        open("");
        comeIn(somebody);
    }

    /** From the page where one signs in. */
    void comeIn(LetheClient somebody) {
        fill("Login", somebody.login());
        fill("Password", lethe.passwordOf(somebody));
        press("Sign in");
        see("Sign out");
    }

    /** Chooses a language in the head of the page, and waits until it is spoken. */
    void choose(String language) {
        script(
                "const select = document.querySelector('header select'); select.value = arguments[0];"
                        + " select.dispatchEvent(new Event('change'))",
                language);
        Awaitility.await("the language " + language)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> language.equals(script("return document.documentElement.lang")));
        see(language.equals("ko") ? "로그아웃" : "Sign out");
    }

    /** Waits until the text can be seen. */
    void see(String text) {
        Awaitility.await("“" + text + "” on the page")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(text()).containsIgnoringWhitespaces(text));
    }

    void seeNoMore(String text) {
        Awaitility.await("no “" + text + "” on the page")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> assertThat(text()).doesNotContainIgnoringCase(text));
    }

    void awaitTrue(String what, Supplier<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(condition::get);
    }

    String text() {
        return (String) script("return document.body.innerText");
    }

    /** Presses the button or link with this text, in the dialog if one is open. */
    void press(String text) {
        inTime(() -> {
            WebElement found = find(
                    "[...root.querySelectorAll('button, a, summary')].find(one => one.checkVisibility() && !one.disabled"
                            + " && (one.innerText.trim() === arguments[0] || one.getAttribute('aria-label') === arguments[0]"
                            + " || one.innerText.replace(/\\s+\\S$|…$/, '').trim() === arguments[0]))",
                    text);
            found.click();
            return true;
        });
    }

    /** As {@link #press}, in the row that says something: others may have the same button. */
    void pressInRow(String says, String text) {
        inTime(() -> {
            WebElement found = (WebElement) script(
                    "return [...document.querySelectorAll('li, tr')].filter(row => row.innerText.includes(arguments[0]))"
                            + ".flatMap(row => [...row.querySelectorAll('button, a')])"
                            + ".find(one => one.innerText.trim() === arguments[1])",
                    says,
                    text);
            assertThat(found)
                    .as("“%s” beside “%s” on the page: %s", text, says, text())
                    .isNotNull();
            found.click();
            return true;
        });
    }

    /** Whether such a button can be pressed now. */
    boolean canPress(String text) {
        return (Boolean) script(
                "return [...document.querySelectorAll('button, a')].some(one => one.checkVisibility() && !one.disabled"
                        + " && one.innerText.trim().startsWith(arguments[0]))",
                text);
    }

    /** Types into the field with this label, in the place of what stands there. */
    void fill(String label, String text) {
        inTime(() -> {
            WebElement field = field(label);
            field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
            return true;
        });
    }

    WebElement field(String label) {
        return find(
                "(() => { const found = [...root.querySelectorAll('label')].find(one =>"
                        + " (one.querySelector('span') ?? one).innerText.trim() === arguments[0]);"
                        + " return found && (found.control ?? found.querySelector('input, select, textarea')); })()",
                label);
    }

    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    String path() {
        return (String) script("return location.pathname + location.search");
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What axe-core finds against WCAG 2.2 AA and its best practices: rule, and where. */
    List<?> barriers() {
        return axe(Axe.RUN);
    }

    /** Of these, what depends on the colours. */
    List<?> faintTexts() {
        return axe(Axe.RUN_OF_CONTRAST);
    }

    /** Where the browser is, until the test is over. */
    void zone(String id) {
        driver.executeCdpCommand("Emulation.setTimezoneOverride", Map.of("timezoneId", id));
    }

    /** No {@linkplain #barriers barriers} as it is now, and none in the dark. */
    void seeNoBarriers() {
        script("document.documentElement.dataset.theme = 'light'");
        assertThat(barriers()).as("light").isEmpty();
        script("document.documentElement.dataset.theme = 'dark'");
        assertThat(faintTexts()).as("dark").isEmpty();
        script("document.documentElement.dataset.theme = 'light'");
    }

    private List<?> axe(String run) {
        if (!(Boolean) script("return 'axe' in window")) {
            driver.executeScript(Axe.SCRIPT);
        }
        return (List<?>) driver.executeAsyncScript(run);
    }

    /** Waits until what was asked for is there: nothing is loading any more. */
    void settle() {
        Awaitility.await("the page is loaded")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> (Boolean)
                                script(
                                        "return document.querySelector('h1') !== null && document.querySelector('.skeleton') === null"));
    }

    private WebElement find(String expression, String text) {
        Object found =
                script("const root = document.querySelector('dialog[open]') ?? document; return " + expression, text);
        assertThat(found).as("“%s” on the page: %s", text, text()).isNotNull();
        return (WebElement) found;
    }

    private static void inTime(Supplier<Boolean> act) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsInstanceOf(WebDriverException.class) // it was just drawn anew
                .untilAsserted(() -> assertThat(act.get()).isTrue());
    }
}
