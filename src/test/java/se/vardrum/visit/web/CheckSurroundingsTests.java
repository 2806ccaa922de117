package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.vardrum.visit.web.CheckPeople.begin;
import static se.vardrum.visit.web.CheckPeople.finish;
import static se.vardrum.visit.web.CheckPeople.looksWell;
import static se.vardrum.visit.web.CheckPeople.state;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.World;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.DeviceCheck.Device;

/** Browsers in which nothing can work, and real ones whose devices are missing or refused. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, CheckPeople.class})
class CheckSurroundingsTests extends CheckTest {

    private static final String WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final String MAC =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15";
    private static final String IN_FACEBOOK = IPHONE + " (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/480.0]";

    @AfterEach
    void brokenOnPurpose() {
        Browser.mayHaveComplained();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void anAppsOwnBrowserIsLeftByCopyingTheLink(String language) {
        var page = people.open(
                port,
                visit,
                language,
                new CheckPeople.Options(
                        "Object.defineProperty(navigator, 'mediaDevices', { value: undefined })",
                        IN_FACEBOOK,
                        null,
                        "localhost"));
        begin(page);
        assertThat(page.locator("#next-browser")).containsText(language.equals("sv") ? "öppna Safari" : "open Safari");
        assertThat(page.locator("#address")).hasValue(page.url());
        looksWell(page, "in-app-" + language);
        page.locator("#address-copy").click();
        assertThat(page.locator(".copied")).isVisible();
        people.kept(visit, Device.IN_APP, Device.IN_APP);
        Browser.close(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void anInsecureAddressIsSaid(String language) {
        var chromium = Browser.another("--host-resolver-rules=MAP vardrum.test 127.0.0.1");
        var page = people.open(port, visit, language, new CheckPeople.Options(null, WINDOWS, chromium, "vardrum.test"));
        begin(page);
        assertThat(page.locator("#next-browser")).containsText("https://");
        looksWell(page, "insecure-" + language);
        people.kept(visit, Device.INSECURE, Device.INSECURE);
        chromium.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aBrowserWithoutCallsIsTooOld(String language) {
        var page = people.open(
                port,
                visit,
                language,
                new CheckPeople.Options("delete window.RTCPeerConnection", MAC, null, "localhost"));
        begin(page);
        assertThat(page.locator("#next-browser")).containsText("Safari, Chrome");
        looksWell(page, "old-" + language);
        people.kept(visit, Device.OLD, Device.OLD);
        Browser.close(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aBrowserThatCannotReadTheScriptShowsWordsThatStandThere(String language) {
        var page = people.open(port, visit, language, CheckPeople.Options.script(""));
        for (var script : List.of("check", "call")) {
            page.route("**/assets/" + script + ".js*", it -> it.abort());
            page.navigate(people.personal(visit) + (script.equals("check") ? "/check" : ""));
            assertThat(page.locator("#too-old")).isVisible();
            assertThat(page.locator("#too-old")).containsText("+46 31 390 06 00");
            looksWell(page, "static-" + script + "-" + language);
        }
        Browser.close(page);
    }

    @Test
    void aRealBrowserWithoutACameraIsUnderstood() {
        real("--use-fake-device-for-media-stream=device-count=0");
        people.kept(visit, Device.MISSING, Device.OK);
    }

    @Test
    void aRealRefusalIsUnderstood() {
        real("--use-fake-ui-for-media-stream=deny");
        people.outcome(visit, DeviceCheck.Outcome.FAILED);
        assertThat(people.check(visit).found().camera()).isIn(Device.DENIED, Device.DISMISSED, Device.SYSTEM);
    }

    private void real(String flag) {
        var chromium = Browser.another(flag);
        var page = people.open(port, visit, "sv", new CheckPeople.Options(null, null, chromium, "localhost"));
        begin(page);
        state(page, "camera", "failed");
        finish(page);
        chromium.close();
    }
}
