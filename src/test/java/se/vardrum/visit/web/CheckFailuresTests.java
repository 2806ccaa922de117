package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.vardrum.visit.web.CheckPeople.begin;
import static se.vardrum.visit.web.CheckPeople.finish;
import static se.vardrum.visit.web.CheckPeople.looksWell;
import static se.vardrum.visit.web.CheckPeople.state;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.World;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.DeviceCheck.Device;

/** Every way in which camera, microphone, sound or browser can fail: what is said, what is kept, and that one can go on. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, CheckPeople.class})
class CheckFailuresTests extends CheckTest {

    private static final String WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
    private static final String MAC =
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Safari/605.1.15";
    /** Asking for these kinds fails so; for others it goes on as it was. */
    private static final String FAILS = """
            (() => {
              const media = navigator.mediaDevices, real = media.getUserMedia.bind(media);
              media.getUserMedia = async (wanted) => {
                if (%s) throw new DOMException('%s', '%s');
                return real(wanted);
              };
              const query = navigator.permissions.query.bind(navigator.permissions);
              navigator.permissions.query = async (it) => '%5$s' ? { state: '%4$s' } : query(it);
              const all = media.enumerateDevices.bind(media);
              media.enumerateDevices = async () => (await all()).filter((it) => !'%4$s'.includes(it.kind));
            })()""";

    private static String fails(String when, String name, String text, String state) {
        boolean permission = state.matches("prompt|denied|granted");
        return FAILS.formatted(when, text, name, state, permission ? "yes" : "");
    }

    /**
     * @param camera what is kept of it
     * @param next part of the one next step
     */
    record Failure(
            String what,
            String script,
            @Nullable String userAgent,
            Device camera,
            Device microphone,
            String sv,
            String nextSv,
            String en,
            String nextEn) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Failure> failures() {
        return Stream.of(
                new Failure(
                        "dismissed",
                        fails("true", "NotAllowedError", "Permission dismissed", "prompt"),
                        WINDOWS,
                        Device.DISMISSED,
                        Device.DISMISSED,
                        "Vi varken ser eller hör dig ännu",
                        "Klicka på Försök igen och välj Tillåt",
                        "We can neither see nor hear you yet",
                        "Click Try again, then Allow"),
                new Failure(
                        "denied",
                        fails("true", "NotAllowedError", "Permission denied", "denied"),
                        ANDROID,
                        Device.DENIED,
                        Device.DENIED,
                        "Webbläsaren blockerar kameran och mikrofonen",
                        "välj Behörigheter, tillåt Kamera och Mikrofon",
                        "Your browser is blocking the camera and the microphone",
                        "choose Permissions, allow Camera and Microphone"),
                new Failure(
                        "system",
                        fails("wanted.video", "NotAllowedError", "Permission denied by system", "granted"),
                        MAC,
                        Device.SYSTEM,
                        Device.OK,
                        "Webbläsaren får inte använda kameran",
                        "Öppna Systeminställningar, välj Integritet och säkerhet och sedan Kamera",
                        "The browser may not use the camera",
                        "Open System Settings, choose Privacy & Security and then Camera"),
                new Failure(
                        "missing-camera",
                        fails("wanted.video", "NotFoundError", "", "videoinput"),
                        WINDOWS,
                        Device.MISSING,
                        Device.OK,
                        "Vi hittade ingen kamera",
                        "Koppla in en webbkamera",
                        "We found no camera",
                        "Connect a webcam"),
                new Failure(
                        "missing-microphone",
                        fails("wanted.audio", "NotFoundError", "", "audioinput"),
                        MAC,
                        Device.OK,
                        Device.MISSING,
                        "Vi hittade ingen mikrofon",
                        "Koppla in ett headset",
                        "We found no microphone",
                        "Connect a headset"),
                new Failure(
                        "busy",
                        fails("wanted.video", "NotReadableError", "", ""),
                        ANDROID,
                        Device.BUSY,
                        Device.OK,
                        "Ett annat program använder kameran",
                        "WhatsApp eller Teams",
                        "Another program is using the camera",
                        "WhatsApp or Teams"),
                new Failure(
                        "dark",
                        """
                        (() => {
                          const media = navigator.mediaDevices, real = media.getUserMedia.bind(media);
                          media.getUserMedia = async (wanted) => {
                            const stream = await real(wanted);
                            if (!wanted.video) return stream;
                            const black = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
                            const draw = black.getContext('2d');
                            setInterval(() => draw.fillRect(0, 0, 64, 48), 50);
                            return new MediaStream([...stream.getAudioTracks(), ...black.captureStream().getTracks()]);
                          };
                        })()""",
                        WINDOWS,
                        Device.DARK,
                        Device.OK,
                        "Bilden är svart",
                        "Öppna luckan framför kameran",
                        "The picture is black",
                        "Open the shutter"),
                new Failure(
                        "silent",
                        """
                        (() => {
                          const media = navigator.mediaDevices, real = media.getUserMedia.bind(media);
                          media.getUserMedia = async (wanted) => {
                            const stream = await real(wanted);
                            const silence = new AudioContext().createMediaStreamDestination().stream;
                            return new MediaStream([...stream.getVideoTracks(), ...silence.getTracks()]);
                          };
                        })()""",
                        MAC,
                        Device.OK,
                        Device.SILENT,
                        "Vi hör inget från mikrofonen",
                        "Välj en annan mikrofon i Systeminställningar",
                        "We hear nothing from the microphone",
                        "Choose another microphone in System Settings"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aDeviceThatFailsIsExplainedInBothLanguagesAndOneCanGoOn(Failure it) {
        for (var language : CheckPeople.languages(it.what())) {
            boolean swedish = language.equals("sv");
            var page = people.open(
                    port, visit, language, new CheckPeople.Options(it.script(), it.userAgent(), null, "localhost"));
            begin(page);
            assertThat(page.getByText(swedish ? it.sv() : it.en()).first()).isVisible();
            assertThat(page.locator("#checks")).containsText(swedish ? it.nextSv() : it.nextEn());
            finish(page);
            assertThat(page.locator("#go")).isVisible();
            assertThat(page.locator("#verdict-title")).isFocused();
            looksWell(page, it.what() + "-" + language);
            Browser.close(page);
        }
        people.kept(visit, it.camera(), it.microphone());
    }

    @Test
    void oneMayTryAgainAndThenItWorks() {
        var page = people.open(port, visit, "sv", CheckPeople.Options.script("""
                (() => {
                  const media = navigator.mediaDevices, real = media.getUserMedia.bind(media);
                  let asked = 0;
                  media.getUserMedia = async (wanted) => {
                    if (asked++ === 0) throw new DOMException('', 'NotAllowedError');
                    return real(wanted);
                  };
                  navigator.permissions.query = async () => ({ state: 'prompt' });
                })()"""));
        begin(page);
        state(page, "camera", "failed");
        finish(page);
        assertThat(page.locator("#verdict-title")).hasText("Du kan vara med och lyssna");
        assertThat(page.locator("[data-again]:visible")).hasCount(1);
        page.locator("[data-again=camera]").click();
        state(page, "camera", "passed");
        state(page, "microphone", "passed");
        assertThat(page.locator("#verdict-title")).hasText("Allt vi kunde pröva fungerar");
        people.outcome(visit, DeviceCheck.Outcome.OK);
        Browser.close(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aQuestionNobodySeesIsPointedOutAndMayBeSkipped(String language) {
        var page = people.open(
                port,
                visit,
                language,
                CheckPeople.Options.script("navigator.mediaDevices.getUserMedia = () => new Promise(() => {})"));
        begin(page);
        state(page, "camera", "running");
        assertThat(page.locator("#result-camera"))
                .containsText(language.equals("sv") ? "Vi väntar på ditt svar" : "We are waiting");
        looksWell(page, "pending-" + language);
        page.locator("[data-skip=camera]").click();
        state(page, "camera", "skipped");
        page.locator("[data-skip=speaker]").click();
        assertThat(page.locator("#verdict")).isVisible();
        looksWell(page, "no-answer-" + language);
        Browser.close(page);
        people.kept(visit, Device.NO_ANSWER, Device.NO_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void soundThatIsNotHeardHasItsOwnWords(String language) {
        var page = people.open(port, visit, language, new CheckPeople.Options(null, ANDROID, null, "localhost"));
        begin(page);
        page.locator("#play").click();
        page.locator("#heard-no").click();
        assertThat(page.locator("#next-speaker"))
                .containsText(language.equals("sv") ? "Höj medievolymen" : "Turn up the media volume");
        assertThat(page.locator("#verdict")).isVisible();
        looksWell(page, "not-heard-" + language);
        people.outcome(visit, DeviceCheck.Outcome.FAILED);
        Browser.close(page);
    }
}
