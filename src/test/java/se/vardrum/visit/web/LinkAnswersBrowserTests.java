package se.vardrum.visit.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;
import se.vardrum.visit.StartVisit;

/** What stands where there is no door, and the general link on the visit's page, in a real browser. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DemoVisits.class)
class LinkAnswersBrowserTests {

    private static final BookAppointment.Guest ERIK =
            new BookAppointment.Guest("Erik", "Sjö", "+46701740691", null, "sv");

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    @Autowired
    StartVisit startVisit;

    @Autowired
    Links links;

    @Autowired
    Site site;

    @Autowired
    JdbcClient sql;

    private final List<AppointmentId> booked = new ArrayList<>();

    @AfterEach
    void noComplaints() {
        opens(null);
        for (var visit : booked)
            sql.sql("update appointment set status = 'CANCELLED' where id = :id")
                    .param("id", visit.value())
                    .update();
        booked.clear();
        Browser.complainedOfNothing();
    }

    @Test
    void thePageBeforeTheDoorTurnsIntoTheDoorWhenTheVisitIsStarted() {
        var visit = book(Duration.ofHours(3));
        opens(15);
        var guest = Browser.phone(port);
        guest.navigate(general(visit));
        assertThat(heading(guest, "Väntrummet har inte öppnat än")).isVisible();
        everyone(guest, "links-early-guest");
        var jake = signedIn("Jake Nordin", 390);
        jake.navigate("/mina/visits/" + visit.value());
        assertThat(heading(jake, "Väntrummet har inte öppnat än")).isVisible();
        everyone(jake, "links-early-mine");

        startVisit.start(people.staff("Anna Lindgren").actor(), visit);
        assertThat(guest.getByLabel("Ditt namn")).isVisible();
        assertThat(button(jake, "Gå med")).isVisible();
        Browser.close(guest, jake);
    }

    @Test
    void itTurnsByItselfWhenItIsTimeAndSaysANewTimeMeanwhile() {
        // Of two who have no other visit today, whatever the hour: it is moved into the day.
        var visit = book("Karin Sund", "Ylva Åström", Duration.ofHours(4));
        opens(15);
        var guest = Browser.desktop(port);
        guest.navigate(general(visit));
        assertThat(heading(guest, "Väntrummet har inte öppnat än")).isVisible();
        everyone(guest, "links-early-desktop");
        move(visit, Duration.ofHours(30));
        assertThat(guest.getByText("Kom tillbaka då på samma sätt som nu.")).isVisible();
        move(visit, Duration.ofMinutes(15).plusSeconds(14));
        assertThat(guest.getByLabel("Ditt namn")).isVisible();
        Browser.close(guest);
    }

    @Test
    void whoStoodAtTheDoorWhenItShutIsToldWhenItOpens() {
        var visit = book(Duration.ofHours(5));
        var guest = Browser.phone(port);
        guest.navigate(general(visit));
        guest.getByLabel("Ditt namn").fill("Tove Tolk");
        guest.getByLabel("Din roll").fill("tolk");
        opens(15);
        button(guest, "Gå med").click();
        assertThat(heading(guest, "Väntrummet har inte öppnat än")).isVisible();
        Browser.close(guest);
    }

    @Test
    void theGeneralLinkIsCopiedReplacedTakenBackAndMadeAnew() {
        var visit = book(Duration.ofHours(6));
        var anna = signedIn("Anna Lindgren", 1280);
        anna.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        anna.navigate("/visits/" + visit.value());
        var first = anna.getByLabel("Generell länk").inputValue();
        button(anna, "Kopiera länk").click();
        assertThat(anna.getByText("Kopierad")).isVisible();
        org.assertj.core.api.Assertions.assertThat(anna.evaluate("navigator.clipboard.readText()"))
                .isEqualTo(first);

        var waiting = Browser.phone(port);
        waiting.navigate(general(visit));
        waiting.getByLabel("Ditt namn").fill("Tove Tolk");
        waiting.getByLabel("Din roll").fill("tolk");
        button(waiting, "Gå med").click();
        assertThat(waiting.getByText("Du är i väntrummet")).isVisible();

        button(anna, "Ersätt länken").click();
        assertThat(dialog(anna).getByText("De som väntar eller är med stannar kvar."))
                .isVisible();
        dialog(anna)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ersätt länken"))
                .click();
        assertThat(anna.getByText("Länken är ersatt.")).isVisible();
        assertThat(anna.getByLabel("Generell länk")).not().hasValue(first);
        everyone(anna, "links-share");

        button(anna, "Ta tillbaka länken").click();
        assertThat(dialog(anna)).isVisible();
        Browser.axe(anna, "dialog");
        Browser.picture(anna, "links-revoke-dialog");
        dialog(anna)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ta tillbaka länken"))
                .click();
        assertThat(anna.getByText("Länken är återtagen. Ingen ny").first()).isVisible();
        everyone(anna, "links-revoked");
        waiting.reload();
        assertThat(waiting.getByText("Du är i väntrummet")).isVisible();

        var late = Browser.phone(port);
        late.navigate(first.substring(site.url().length()));
        assertThat(heading(late, "Länken är återtagen")).isVisible();
        everyone(late, "links-closed-revoked");

        button(anna, "Skapa en ny länk").click();
        assertThat(anna.getByText("Länken är skapad.")).isVisible();
        assertThat(anna.getByLabel("Generell länk")).not().hasValue(first);
        Browser.close(anna, waiting, late);
    }

    @Test
    void everyClosedDoorIsForEveryone() {
        var visit = book(Duration.ofHours(7));
        var link = general(visit);
        var guest = Browser.phone(port);
        guest.navigate(link + ".");
        assertThat(guest.getByLabel("Ditt namn")).isVisible();
        var jake = signedIn("Jake Nordin", 390);
        jake.navigate("/mina");
        assertThat(jake.locator("a[href^='/mina/visits/" + visit.value() + "']").first())
                .isVisible();
        everyone(jake, "links-mine-list");
        for (var state : Map.of(
                        "CANCELLED", "Besöket är avbokat",
                        "FULFILLED", "Besöket är avslutat",
                        "NOSHOW", "Besöket blev inte av",
                        "FAILED", "Besöket avbröts av ett tekniskt fel")
                .entrySet()) {
            sql.sql("update appointment set status = :state where id = :id")
                    .param("state", state.getKey())
                    .param("id", visit.value())
                    .update();
            guest.navigate(link);
            assertThat(heading(guest, state.getValue())).isVisible();
            everyone(guest, "links-closed-" + state.getKey());
            jake.navigate("/mina/visits/" + visit.value());
            assertThat(heading(jake, state.getValue())).isVisible();
            everyone(jake, "links-mine-" + state.getKey());
        }
        Browser.close(guest, jake);
    }

    @Test
    void theAdministratorSaysWhenItOpens() {
        var karin = signedIn("Karin Sund", 1280);
        karin.navigate("/unit/visit-types");
        everyone(karin, "links-types");
        karin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("När väntrummet öppnar"))
                .click();
        everyone(karin, "links-opening");
        karin.getByLabel("Minuter före besökets början").fill("2");
        button(karin, "Spara").click();
        assertThat(karin.getByText("Skriv ett antal minuter mellan 5 och 1440").first())
                .isVisible();
        everyone(karin, "links-opening-problem");
        karin.getByLabel("Minuter före besökets början").fill("20");
        button(karin, "Spara").click();
        assertThat(karin).hasURL(java.util.regex.Pattern.compile(".*/unit/visit-types$"));
        Browser.close(karin);
    }

    private AppointmentId book(Duration in) {
        return book("Anna Lindgren", "Jake Nordin", in);
    }

    private AppointmentId book(String booker, String patient, Duration in) {
        var from = Instant.now().plus(in).truncatedTo(ChronoUnit.MINUTES);
        var visit = people.book(booker, patient, from, List.of(ERIK), "Daniel Ek");
        booked.add(visit);
        return visit;
    }

    private void move(AppointmentId visit, Duration in) {
        var from = Instant.now().plus(in);
        sql.sql("update appointment set during = tstzrange(:from, :to) where id = :id")
                .param("id", visit.value())
                .param("from", java.sql.Timestamp.from(from))
                .param("to", java.sql.Timestamp.from(from.plus(Duration.ofMinutes(30))))
                .update();
    }

    private void opens(@org.jspecify.annotations.Nullable Integer minutes) {
        sql.sql("update care_unit set opens_minutes_before = :minutes")
                .param("minutes", minutes, java.sql.Types.INTEGER)
                .update();
    }

    private String general(AppointmentId visit) {
        return links.general(visit).orElseThrow().substring(site.url().length());
    }

    private Page signedIn(String name, int width) {
        var page = width < 800 ? Browser.phone(port) : Browser.desktop(port);
        page.navigate("/login?q=" + name.replace(" ", "%20"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForURL(it -> !it.contains("/login")); // otherwise the next address may come before the session
        return page;
    }

    private static void everyone(Page page, String what) {
        Browser.isForEveryone(page, what);
        var size = page.viewportSize();
        for (var width : new int[] {320, 390, 1280}) {
            page.setViewportSize(width, 800);
            Browser.picture(page, what + "-" + width);
        }
        page.setViewportSize(size.width, size.height);
    }

    private static Locator heading(Page page, String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    private static Locator button(Page page, String text) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static Locator dialog(Page page) {
        return page.getByRole(AriaRole.DIALOG);
    }
}
