package se.vardrum.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The small behaviours of the pages in a real browser, each on a page of its own that the test answers itself. */
@Tag("browser")
class BehaviourTests {

    private static final String HOME = "http://page.test";
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static Playwright playwright;
    private static Browser browser;

    private final Map<String, Function<Request, String>> answers = new HashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private com.microsoft.playwright.Page page;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setArgs(FLAGS));
    }

    @AfterAll
    static void close() {
        playwright.close();
    }

    @BeforeEach
    void newPage() {
        page = browser.newPage();
        page.route("**/*", this::answer);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    @Test
    void suggestionsFollowTheLastLetterEvenWhenAnEarlierAnswerComesLate() {
        var slow = new CopyOnWriteArrayList<Route>();
        page.route("**/reasons?q=a", slow::add);
        answers.put("/reasons?q=ak", request -> option("Aknebesvär") + option("Akne - uppföljning"));
        show("""
                <input id="reason" role="combobox" aria-controls="list" data-combobox="/reasons"
                  data-hits-many="{0} förslag"><ul role="listbox" id="list" hidden></ul>""");

        page.locator("#reason").pressSequentially("a");
        page.waitForCondition(() -> !slow.isEmpty());
        page.locator("#reason").pressSequentially("k");
        assertThat(page.locator("#list li")).hasCount(2);
        slow.getFirst().abort();

        assertThat(page.locator("#list li")).hasCount(2);
        assertThat(page.locator("#live")).hasText("2 förslag");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("End");
        assertThat(page.locator("#reason")).hasAttribute("aria-activedescendant", "list-1");
        page.keyboard().press("Enter");
        assertThat(page.locator("#reason")).hasValue("Akne - uppföljning");
        assertThat(page.locator("#reason")).hasAttribute("aria-expanded", "false");
    }

    @Test
    void aSuggestionIsChosenByAClickRightAfterTyping() {
        answers.put("/reasons?q=as", request -> option("Astma"));
        show("""
                <input id="reason" role="combobox" aria-controls="list" data-combobox="/reasons" data-combobox-id="#id">
                <input type="hidden" id="id"><ul role="listbox" id="list" hidden></ul>""");

        page.locator("#reason").pressSequentially("as");
        page.locator("#list li").click();

        assertThat(page.locator("#reason")).hasValue("Astma");
        assertThat(page.locator("#id")).hasValue("id-Astma");
        assertThat(page.locator("#list")).isHidden();
        page.locator("#reason").pressSequentially("x");
        assertThat(page.locator("#id")).hasValue("");
    }

    @Test
    void aDraftIsSavedWhileOneTypesAndAgainWhenSavingFailed() {
        var down = new boolean[] {true};
        answers.put("/draft", request -> down[0] ? null : "");
        show("""
                <form data-autosave="/draft"><input name="text"><p data-saved="Sparat" data-failed="Kunde inte spara"></p></form>""");

        page.fill("[name=text]", "hej då");
        assertThat(page.locator("[data-saved]")).hasText("Kunde inte spara");
        down[0] = false;
        assertThat(page.locator("[data-saved]")).hasText("Sparat");
        assertThat(asked).last().isEqualTo("POST /draft text=hej+d%C3%A5 token");
    }

    @Test
    void aFormThatAsksFirstIsSentOnlyAfterYes() {
        answers.put("/cancel", request -> "<h1>Avbokat</h1>");
        show("""
                <form method="post" action="/cancel" data-confirm="Avboka besöket?" data-confirm-yes="Avboka" data-confirm-no="Behåll">
                <button name="why" value="sick">Ta bort</button></form>""");

        page.click("text=Ta bort");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog")).hasCount(0);
        assertThat(page.locator("[name=why]")).isFocused();
        page.click("text=Ta bort");
        page.click("text=Behåll");
        assertThat(asked).noneMatch(it -> it.startsWith("POST"));
        page.click("text=Ta bort");
        page.click("dialog >> text=/^Avboka$/");

        assertThat(page.locator("h1")).hasText("Avbokat");
        assertThat(asked).anyMatch(it -> it.startsWith("POST /cancel why=sick"));
    }

    @Test
    void aListRefreshesItselfWithoutTakingTheFocusAndSaysWhenThereIsNoContact() {
        var list = new String[] {"<a href='/a'>A</a>"};
        answers.put("/list", request -> list[0]);
        show("""
                <p data-offline hidden>Ingen kontakt</p>
                <div id="area" data-refresh="/list" data-every="50"><a href='/a'>A</a></div>""");

        page.focus("a");
        list[0] = "<a href='/b'>B</a><a href='/a'>A</a>";
        assertThat(page.locator("#area a")).hasCount(2);
        assertThat(page.locator("[href='/a']")).isFocused();
        list[0] = null;
        assertThat(page.locator("[data-offline]")).isVisible();
        list[0] = "<b>klart</b><i data-refresh-stop hidden></i>";
        assertThat(page.locator("#area b")).isVisible();
        assertThat(page.locator("[data-offline]")).isHidden();
    }

    @Test
    void aPostedPartIsTakenFromThePageThatComesBack() {
        answers.put("/add", request -> layout("<div id='people'>två</div>", ""));
        show("""
                <details open><summary>s</summary><form method="post" action="/add" data-into="#people"><button name="who" value="1">Lägg till</button></form></details>
                <div id="people">en</div>""");

        page.click("text=Lägg till");

        assertThat(page.locator("#people")).hasText("två");
        assertThat(page.locator("details")).hasAttribute("open", "");
    }

    @Test
    void theLinksOfTheSummaryLeadIntoTheFields() {
        show("""
                <div id="problems" tabindex="-1"><a href="#date">datum</a><a href="#type">typ</a></div>
                <input id="date"><input type="radio" name="type" value="a"><input type="radio" name="type" value="b">""");

        assertThat(page.locator("#problems")).isFocused();
        page.click("text=datum");
        assertThat(page.locator("#date")).isFocused();
        page.click("text=typ");
        assertThat(page.locator("[value=a]")).isFocused();
    }

    @Test
    void aSecondPressOnTheWayDoesNotSendAgain() {
        var held = new CopyOnWriteArrayList<Route>();
        page.route("**/book", held::add);
        show("<form method='post' action='/book'><button>Boka</button></form>");

        page.evaluate("() => { const b = document.querySelector('button'); b.click(); b.click(); b.click(); }");
        page.waitForCondition(() -> !held.isEmpty());

        assertThat(held).hasSize(1);
        held.getFirst().abort();
    }

    private void show(String body) {
        answers.put("/", request -> layout(body, "<script type='module' src='/assets/staff.js'></script>"));
        page.navigate(HOME + "/");
    }

    private static String layout(String body, String script) {
        return "<!doctype html><meta charset='utf-8'><meta name='csrf' content='token'>" + script + "<body><main>"
                + body + "</main><div id='live' role='status'></div>";
    }

    private static String option(String label) {
        return "<li role='option' data-value='" + label + "' data-id='id-" + label + "'>" + label + "</li>";
    }

    /** Answers as the product would; null stands for a server that is down. */
    private void answer(Route route) {
        var request = route.request();
        var path = request.url().substring(HOME.length());
        if (path.startsWith("/assets/")) {
            route.fulfill(
                    new Route.FulfillOptions().setContentType("text/javascript").setBody(asset(path)));
            return;
        }
        var sent = request.postData();
        asked.add(request.method() + " " + path
                + (sent == null ? "" : " " + sent + " " + request.headers().getOrDefault("x-xsrf-token", "")));
        var body = answers.getOrDefault(path, it -> null).apply(request);
        if (body == null) route.fulfill(new Route.FulfillOptions().setStatus(503));
        else
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(body));
    }

    private static String asset(String path) {
        try {
            return Files.readString(Path.of("target/web").resolve(path.substring("/assets/".length())));
        } catch (java.io.IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
