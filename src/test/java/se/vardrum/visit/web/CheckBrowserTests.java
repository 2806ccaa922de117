package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.vardrum.visit.web.CheckPeople.button;
import static se.vardrum.visit.web.CheckPeople.looksWell;
import static se.vardrum.visit.web.CheckPeople.state;

import com.microsoft.playwright.Locator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.Browser;
import se.vardrum.Turn;
import se.vardrum.World;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.Visits;

/** The device check when all is well, with a fake camera and a real TURN server. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, CheckPeople.class})
class CheckBrowserTests extends CheckTest {

    private static final Turn TURN = new Turn();

    @Autowired
    Visits visits;

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry properties) {
        TURN.settings(properties);
    }

    @Test
    void aGuestTriesEverythingAndIsReady() throws IOException {
        var erik = Browser.desktop(port);
        erik.navigate(people.personal(visit));
        erik.getByText("Prova kamera, mikrofon och nät").click();
        looksWell(erik, "begin-sv");
        erik.setViewportSize(1280, 840);
        button(erik, "Börja").click();
        for (var step : List.of("browser", "camera", "microphone")) state(erik, step, "passed");
        assertThat(erik.getByText("Bara du ser detta")).isVisible();
        assertThat(((Number) erik.evaluate("document.getElementById('picture-video').videoWidth")).intValue())
                .isPositive();
        await("a moving meter")
                .until(() -> ((Number) erik.evaluate("document.getElementById('level').value")).doubleValue() > 0.05);
        looksWell(erik, "speaker-sv");
        button(erik, "Spela upp").click();
        assertThat(button(erik, "Ja")).isFocused();
        looksWell(erik, "heard-sv");
        button(erik, "Ja").click();
        state(erik, "network", "passed");
        assertThat(erik.locator("#verdict-title")).hasText("Allt fungerar");
        assertThat(erik.locator("#verdict-title")).isFocused();
        assertThat(erik.locator("#numbers")).containsText("nås över UDP");
        assertThat(erik.getByText("Resultatet är sparat. Vårdpersonalen ser det."))
                .isVisible();
        looksWell(erik, "good-sv");

        var kept = visits.checks(List.of(visit)).get(people.guest(visit).id());
        assertThat(kept.outcome()).isEqualTo(DeviceCheck.Outcome.OK);
        assertThat(kept.found().way()).isEqualTo(DeviceCheck.Way.UDP);
        assertThat(kept.found().roundTrip()).isBetween(0, 400);
        assertThat(kept.found().kbits()).isGreaterThan(800);

        var download = erik.waitForDownload(() -> button(erik, "Spara rapport").click());
        var report = Files.readString(download.path());
        assertThat(download.suggestedFilename()).isEqualTo("vardrum-kontroll.txt");
        assertThat(report)
                .contains("Kamera: Fungerar. Kameran ger en bild", "UDP, ", " kbit/s", TURN.udp(), "chrome")
                .doesNotContain(people.personal(visit).substring(3), "Erik", "Jake", "Akne");
        erik.getByText("Gå till besöket").last().click();
        assertThat(button(erik, "Gå med")).isVisible();
        Browser.close(erik);
        Browser.complainedOfNothing();
    }

    @Test
    void byKeyboardAloneAndByEarOneIsTakenFromStepToStep() {
        var erik = people.open(port, visit, "sv", CheckPeople.Options.script("""
                document.addEventListener('DOMContentLoaded', () => {
                  const region = document.getElementById('said');
                  window.heard = '';
                  new MutationObserver(() => (window.heard += region.textContent + '\\n')).observe(region, { childList: true });
                })"""));
        press(erik.locator("#begin"));
        assertThat(erik.locator("#name-camera")).isFocused();
        assertThat(erik.locator("#play")).isFocused();
        erik.keyboard().press("Enter");
        assertThat(erik.locator("#heard-yes")).isFocused();
        erik.keyboard().press("Enter");
        assertThat(erik.locator("#verdict-title")).isFocused();
        var heard = (String) erik.evaluate("window.heard");
        assertThat(heard)
                .contains(
                        "Webbläsare: Fungerar. Webbläsaren klarar videobesök.",
                        "Kamera: Fungerar. Kameran ger en bild.",
                        "Mikrofon: Fungerar. Mikrofonen hör dig.",
                        "Högtalare: Fungerar. Du hörde ljudet.",
                        "Nät: Fungerar. Nätet är bra för både bild och ljud.",
                        "Allt fungerar Du är redo för besöket.");
        press(erik.locator("#go"));
        assertThat(button(erik, "Gå med")).isVisible();
        Browser.close(erik);
    }

    @Test
    void byTheGeneralLinkOneTriesAndNothingIsKept() {
        var somebody = Browser.phone(port);
        somebody.navigate(people.general(visit));
        somebody.locator(".to-check a").click();
        CheckPeople.begin(somebody);
        CheckPeople.finish(somebody);
        assertThat(somebody.getByText("Resultatet är inte sparat.")).isVisible();
        assertThat(visits.checks(List.of(visit))).isEmpty();
        Browser.close(somebody);
        Browser.complainedOfNothing();
    }

    @Test
    void whatWasFoundUntilOneLeftIsKept() {
        var erik = people.open(port, visit, "sv", CheckPeople.Options.script(null));
        CheckPeople.begin(erik);
        assertThat(erik.locator("#play")).isVisible();
        erik.locator(".back").click();
        assertThat(button(erik, "Gå med")).isVisible();
        people.outcome(visit, DeviceCheck.Outcome.PARTLY);
        Browser.close(erik);
    }

    @Test
    void thePageIsSmall() throws IOException {
        var http = HttpClient.newHttpClient();
        var page = get(http, people.personal(visit) + "/check");
        int bytes = gzipped(page);
        var assets = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)").matcher(page);
        var seen = new TreeSet<String>();
        while (assets.find()) if (seen.add(assets.group(1))) bytes += gzipped(get(http, assets.group(1)));
        assertThat(seen).hasSizeGreaterThan(3);
        assertThat(bytes).as("bytes compressed, all in").isLessThan(40_000);
    }

    private String get(HttpClient http, String path) throws IOException {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static int gzipped(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }

    /** Goes there by Tab, and presses Enter. */
    private static void press(Locator wanted) {
        for (int n = 0; n < 40 && !(Boolean) wanted.evaluate("it => it === document.activeElement"); n++)
            wanted.page().keyboard().press("Tab");
        assertThat(wanted).isFocused();
        wanted.page().keyboard().press("Enter");
    }
}
