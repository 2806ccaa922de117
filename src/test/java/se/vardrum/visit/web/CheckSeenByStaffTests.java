package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.vardrum.visit.web.CheckPeople.begin;
import static se.vardrum.visit.web.CheckPeople.button;
import static se.vardrum.visit.web.CheckPeople.finish;
import static se.vardrum.visit.web.CheckPeople.looksWell;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;

/** From "Mina besök" to the check, and what the one who is responsible sees of it meanwhile. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DemoVisits.class)
class CheckSeenByStaffTests {

    /** Nobody has two visits at once, not even in a repeated test. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    @Test
    void aPatientsCheckStandsOnTheVisitsPageWithoutReloading() {
        var from = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.HOURS);
        var visit =
                people.book("Daniel Ek", "Jake Nordin", from.plus(Duration.ofHours(RUNS.getAndIncrement())), List.of());
        var daniel = signedIn("Daniel Ek");
        daniel.navigate("/visits/" + visit.value());
        assertThat(daniel.locator(".sight")).not().containsText("Kontroll");

        var jake = signedIn("Jake Nordin");
        jake.navigate("/mina");
        assertThat(jake.locator("a[href$='/" + visit.value() + "/check']")).isVisible();
        looksWell(jake, "mina");
        jake.locator("a[href$='/" + visit.value() + "/check']").click();
        jake.evaluate("""
                () => navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', 'NotReadableError'); }
                """);
        begin(jake);
        finish(jake);
        assertThat(daniel.locator(".sight")).containsText("Kontroll: kameran fungerar inte");
        assertThat(daniel.locator(".sight")).containsText("ett annat program använder den");
        looksWell(daniel, "visit-page");
        daniel.navigate("/visits/" + visit.value() + "/check");
        looksWell(daniel, "staff");
        jake.locator("#go").click();
        assertThat(button(jake, "Gå med")).isVisible();
        Browser.close(daniel, jake);
        Browser.complainedOfNothing();
    }

    private Page signedIn(String name) {
        var page = Browser.desktop(port);
        page.navigate("/login");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }
}
