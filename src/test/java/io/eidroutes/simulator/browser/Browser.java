package io.eidroutes.simulator.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * A person with a real browser: headless Chromium with a profile of its own. Elements are found as a person finds them, by
 * their words. Chromium and its driver come from the system ({@code chromium}, {@code chromium-driver} of Debian), or
 * from where the system properties {@code eid.browser} and {@code eid.browser.driver} say; where they are not, a test is
 * skipped, or fails if the environment has {@code EID_BROWSER=required}.
 */
public final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Held, since a logger that nobody holds forgets its level. Each start would warn of a protocol that is not used here. */
    private static final Logger LOG = Logger.getLogger("org.openqa.selenium");

    static {
        LOG.setLevel(Level.SEVERE);
    }

    private final ChromeDriver driver;
    private final Screen screen;
    private final Profile profile;

    private Browser(ChromeDriver driver, Profile profile) {
        this.driver = driver;
        this.screen = new Screen(driver);
        this.profile = profile;
    }

    /** @param language that it asks for: {@code ru}, {@code kk}, {@code en} */
    public static Browser speaking(String language) {
        return start(language, true);
    }

    /** The same with JavaScript switched off. */
    public static Browser withoutJavaScript(String language) {
        return start(language, false);
    }

    private static Browser start(String language, boolean javaScript) {
        Optional<Path> binary = installed("eid.browser", "chromium", "chromium-browser", "google-chrome");
        Optional<Path> chromedriver = installed("eid.browser.driver", "chromedriver");
        if (binary.isEmpty() || chromedriver.isEmpty()) {
            String missing = "Chromium and its driver are not installed";
            if ("required".equals(System.getenv("EID_BROWSER"))) {
                Assertions.fail(missing);
            }
            Assumptions.abort(missing);
        }
        Profile profile = Profile.fresh();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.orElseThrow().toFile());
        options.addArguments("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--disable-default-apps", "--disable-extensions", "--user-data-dir=" + profile.folder(), "--window-size=1000,1000",
                "--lang=" + language);
        options.setExperimentalOption("prefs", Map.of("intl.accept_languages", language,
                "profile.managed_default_content_settings.javascript", javaScript ? 1 : 2));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile()).usingAnyFreePort().withSilent(true).build();
        try {
            Browser browser = new Browser(new ChromeDriver(service, options), profile);
            browser.driver.manage().timeouts().pageLoadTimeout(LONGEST).implicitlyWait(Duration.ofSeconds(5));
            return browser;
        } catch (RuntimeException e) {
            profile.delete();
            throw e;
        }
    }

    private static Optional<Path> installed(String property, String... names) {
        return Optional.ofNullable(System.getProperty(property)).map(Path::of)
                .or(() -> Stream.of(names)
                        .flatMap(name -> Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                                .map(folder -> Path.of(folder, name)))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    /** Goes there and waits for the page, redirects included. */
    public Browser open(String url) {
        driver.get(url);
        return this;
    }

    /** Types into the field with that label, in place of what was there. */
    public Browser fill(String label, String text) {
        WebElement field = labelled(label);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    /** Ticks the box with that label, or takes the tick away. */
    public Browser tick(String label) {
        labelled(label).click();
        return this;
    }

    private WebElement labelled(String label) {
        WebElement found = driver.findElement(By.xpath("//label[contains(normalize-space(.), " + quoted(label) + ")]"));
        String id = found.getDomAttribute("for");
        return id == null ? found.findElement(By.tagName("input")) : driver.findElement(By.id(id));
    }

    /** Presses the button, or follows the link, with these words, and waits until another page has taken the place of this one. */
    public Browser press(String words) {
        return leave(find("button|//a|//input[@type='submit']", words));
    }

    /** Presses the first button, whatever it says, and waits likewise. */
    public Browser pressButton() {
        return leave(driver.findElement(By.tagName("button")));
    }

    private Browser leave(WebElement by) {
        WebElement page = driver.findElement(By.tagName("html"));
        by.click();
        Awaitility.await().atMost(LONGEST).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).ignoreExceptions()
                .until(() -> gone(page));
        return this;
    }

    private static boolean gone(WebElement page) {
        try {
            page.getTagName();
            return false;
        } catch (StaleElementReferenceException left) {
            return true;
        }
    }

    /** Opens what the {@code summary} with these words hides. */
    public Browser unfold(String words) {
        find("summary", words).click();
        return this;
    }

    private WebElement find(String elements, String words) {
        return driver.findElement(By.xpath("(//" + elements + ")[normalize-space(.)=" + quoted(words)
                + " or @value=" + quoted(words) + "]"));
    }

    /** An XPath literal; no text has both kinds of quotes. */
    private static String quoted(String text) {
        return text.contains("'") ? "\"" + text + "\"" : "'" + text + "'";
    }

    /** Where the address bar stands. */
    public String url() {
        return driver.getCurrentUrl();
    }

    public String title() {
        return driver.getTitle();
    }

    /** What can be read on the page. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** The text of the main heading. */
    public String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    /** The language that the page says it has. */
    public String language() {
        return Optional.ofNullable(driver.findElement(By.tagName("html")).getDomAttribute("lang")).orElse("");
    }

    /** The page as HTML, as it stands now. */
    public String source() {
        return driver.getPageSource();
    }

    /** The cookies that this page's address would be sent. */
    public Set<Cookie> cookies() {
        return driver.manage().getCookies();
    }

    public Browser forgetCookies() {
        driver.manage().deleteAllCookies();
        return this;
    }

    /** Leaves the page as the back button does. */
    public Browser back() {
        driver.navigate().back();
        return this;
    }

    public Browser reload() {
        driver.navigate().refresh();
        return this;
    }

    /** Opens a tab beside this one and goes to it. */
    public String newTab() {
        driver.switchTo().newWindow(WindowType.TAB);
        return tab();
    }

    /** The tab that is looked at. */
    public String tab() {
        return driver.getWindowHandle();
    }

    /** Looks at a tab again. */
    public Browser tab(String handle) {
        driver.switchTo().window(handle);
        return this;
    }

    /** The window; it cannot be as narrow as a phone is. */
    public Browser size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
        return this;
    }

    /** From now on this tab has the screen of a small phone. */
    public Browser phone() {
        screen.phone();
        return this;
    }

    /** From now on this tab asks for another language. */
    public Browser speak(String language) {
        driver.executeCdpCommand("Emulation.setUserAgentOverride", Map.of("acceptLanguage", language,
                "userAgent", driver.executeScript("return navigator.userAgent")));
        return this;
    }

    /**
     * Looks at the page by day and by night: it says that it is in that language, and no check finds a fault. With
     * {@code -Deid.screenshots=true} it writes {@code target/screenshots/LANGUAGE/NAME.png}.
     */
    public Browser look(String language, String name) {
        assertThat(language()).as(name).isEqualTo(language);
        // The colours of the night are those of every language.
        if (language.equals("ru")) {
            screen.night(true);
            assertThat(accessibilityProblems()).as(name + " by night").isEmpty();
            screen.night(false);
        }
        assertThat(accessibilityProblems()).as(name).isEmpty();
        if (Boolean.getBoolean("eid.screenshots")) {
            screenshot(language + "/" + name);
        }
        return this;
    }

    /** What is wrong with the page for people who hear it, see badly or have a keyboard only; empty: nothing was found. */
    public List<String> accessibilityProblems() {
        return Accessibility.problems(driver);
    }

    /** The driver, for what this class does not do. */
    public ChromeDriver driver() {
        return driver;
    }

    /** Writes {@code target/screenshots/NAME.png}: the page as far as it goes down. */
    public Path screenshot(String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, screen.picture());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            driver.quit();
        } finally {
            profile.delete();
        }
    }
}
