package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.vardrum.visit.web.CheckPeople.button;
import static se.vardrum.visit.web.CheckPeople.looksWell;
import static se.vardrum.visit.web.CheckPeople.state;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.Browser;
import se.vardrum.Turn;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.Visits;

/** The device check when all is well, with a fake camera and a real TURN server. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, CheckPeople.class})
class CheckBrowserTests {

    private static final Turn TURN = new Turn();

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    CheckPeople people;

    @Autowired
    Visits visits;

    private AppointmentId visit;

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry properties) {
        TURN.settings(properties);
    }

    @AfterAll
    static void stop() {
        TURN.close();
    }

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
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
        assertThat(erik.locator("#numbers")).containsText("över UDP");
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
}
