package io.seedhouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person's real browser: Chromium with an empty profile. Pictures of what it shows are kept below
 * {@code target/screenshots}.
 */
final class Window implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path PICTURES =
            Path.of(System.getProperty("seedhouse.it.target")).resolve("screenshots");
    private static final double PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final BrowserContext context;
    private final String device;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param device {@code phone} or {@code desktop}
     */
    Window(String device) {
        this.device = device;
        boolean phone = device.equals("phone");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(CHROMIUM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(PlatformUnderTest.baseUrl())
                                .setLocale("en-US")
                                .setTimezoneId("Europe/Madrid")
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setViewportSize(phone ? 360 : 1440, phone ? 780 : 900)
                                .setIsMobile(phone)
                                .setHasTouch(phone));
        context.setDefaultTimeout(PATIENCE_MS);
    }

    /** A new tab. What its scripts complain of fails the test at the end. */
    Page tab() {
        Page page = context.newPage();
        page.onPageError(complaints::add);
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Keeps a picture in both schemes and has the page examined against WCAG 2.2 AA. */
    void look(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(PICTURES.resolve(file(name, scheme))));
            assertEquals(List.of(), faults(page), name + " on a " + device + ", " + scheme);
        }
        Object over = page.evaluate("document.documentElement.scrollWidth - innerWidth");
        assertEquals(0, ((Number) over).intValue(), name + " is wider than a " + device);
    }

    private String file(String name, ColorScheme scheme) {
        return name + "-" + device + "-" + scheme.name().toLowerCase() + ".png";
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Window::fault)
                        .toList();
    }

    private static String fault(Rule rule) {
        return rule.getId()
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .collect(Collectors.joining("; ", ": ", ""));
    }

    @Override
    public void close() {
        context.close();
        browser.close();
        playwright.close();
        assertEquals(List.of(), complaints, "scripts complained");
    }
}
