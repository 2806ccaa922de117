package se.vardrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real Chromium with a fake camera and microphone, started once a JVM. Each person has a context of one's own. Browser
 * tests are tagged "browser" and run where there is only loopback: in a namespace, by bin/test.
 */
public final class Browser {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--use-fake-device-for-media-stream=fps=6", // five in a call are twenty pictures to encode, on two cores
            "--use-fake-ui-for-media-stream",
            "--allow-loopback-in-peer-connection");
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

    private static @Nullable Playwright playwright;
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private Browser() {}

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = launch(playwright, FLAGS);
        }
        return chromium;
    }

    private static com.microsoft.playwright.Browser launch(Playwright by, List<String> flags) {
        return by.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(flags));
    }

    /** Another Chromium, with these flags instead of those that begin alike: for devices that are not there, say. */
    public static com.microsoft.playwright.Browser another(String... instead) {
        chromium();
        var names = Stream.of(instead).map(it -> it.replaceAll("=.*", "")).toList();
        var flags = Stream.concat(
                        FLAGS.stream().filter(it -> !names.contains(it.replaceAll("=.*", ""))), Stream.of(instead))
                .toList();
        return launch(playwright, flags);
    }

    /** A new person at a desktop's screen, with camera and microphone allowed. */
    public static Page desktop(int port) {
        return person(port, 1280, 840, true);
    }

    /** A new person with a phone. */
    public static Page phone(int port) {
        return person(port, 390, 844, true);
    }

    public static Page person(int port, int width, int height, boolean camera) {
        var options = options(port, width, height);
        if (camera) options.setPermissions(List.of("camera", "microphone"));
        return page(chromium(), options);
    }

    public static com.microsoft.playwright.Browser.NewContextOptions options(int port, int width, int height) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, height);
    }

    /** A new person in that Chromium. @param in null: the one they share */
    public static Page page(
            com.microsoft.playwright.@Nullable Browser in, com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = (in == null ? chromium() : in).newContext(options);
        context.setDefaultTimeout(20_000);
        var page = context.newPage();
        page.onConsoleMessage(it -> {
            // a refused form and a link that is over or in use elsewhere are answers, not faults
            if (it.type().equals("error") && !it.text().matches(".*status of (422|410|409|423).*"))
                COMPLAINTS.add(page.url() + ": " + it.text());
        });
        page.onPageError(it -> COMPLAINTS.add(page.url() + ": " + it));
        return page;
    }

    public static void close(Page... pages) {
        for (var page : pages) page.context().close();
    }

    public static BrowserContext context(Page page) {
        return page.context();
    }

    /** Fails with what the browsers' consoles complained of since the last time. */
    public static void complainedOfNothing() {
        var all = List.copyOf(COMPLAINTS);
        COMPLAINTS.clear();
        assertThat(all).isEmpty();
    }

    /** After a test that broke something on purpose: the next one does not answer for it. */
    public static void mayHaveComplained() {
        COMPLAINTS.clear();
    }

    /** Nothing for axe-core (WCAG 2.2 AA) to find at this width nor on a phone, and no sideways scroll at 320 px. */
    public static void isForEveryone(Page page, String what) {
        var size = page.viewportSize();
        for (var width : new int[] {size.width, 390}) {
            page.setViewportSize(width, size.height);
            axe(page, what + " at " + width + " px");
        }
        page.setViewportSize(320, 700);
        // The layout may follow the new size a moment later. Asked from here: a wait inside the page needs eval, which
        // its
        // Content-Security-Policy forbids.
        await(what + " without scrolling sideways at 320 px")
                .pollInSameThread()
                .atMost(Duration.ofSeconds(5))
                .until(() -> (boolean) page.evaluate("document.documentElement.scrollWidth <= 320"));
        page.setViewportSize(size.width, size.height);
    }

    public static void axe(Page page, String what) {
        var found = new AxeBuilder(page)
                .setLegacyMode(true) // otherwise it opens a page of its own, and on a busy machine loses it
                .withTags(WCAG)
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .map(it -> it.getId() + ": " + it.getHelp() + " "
                                + it.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList()))
                .as(what)
                .isEmpty();
    }

    /** A picture in target/pictures, to be looked at. */
    public static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures", name + ".png"))
                .setFullPage(true));
    }
}
