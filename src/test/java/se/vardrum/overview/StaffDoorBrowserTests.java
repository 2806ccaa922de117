package se.vardrum.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;
import se.vardrum.visit.ArrivalId;
import se.vardrum.visit.Arrive;

/** Who waits, as the staff see and hear it, in a real browser. Those who wait came by another node. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DemoVisits.class)
class StaffDoorBrowserTests {

    private static final BookAppointment.Guest ERIK =
            new BookAppointment.Guest("Erik", "Sjö", "+46701740692", null, "sv");
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    @Autowired
    Arrive arrive;

    @Autowired
    OpenLink open;

    @Autowired
    Links links;

    @Autowired
    JdbcClient sql;

    private final List<AppointmentId> booked = new ArrayList<>();

    @AfterEach
    void everythingIsOver() {
        sql.sql("delete from live_node where alive_until = 'infinity'").update();
        for (var visit : booked)
            sql.sql("update appointment set status = 'CANCELLED' where id = :id")
                    .param("id", visit.value())
                    .update();
        booked.clear();
        Browser.complainedOfNothing();
    }

    @Test
    void theVisitsPageShowsWhoWaitsAndEverythingIsDoneThereWithoutAReload() {
        var visit = book("Eva Holm", "Jake Nordin", Duration.ofMinutes(10));
        var eva = signedIn("Eva Holm", 1280);
        eva.navigate("/visits/" + visit.value());
        everyone(eva, "staff-readiness");
        button(eva, "Jag är 10 min sen").click();
        assertThat(eva.locator("#said").getByText("Alla får veta att besöket börjar cirka"))
                .isVisible();
        comes("Jake Nordin", visit);
        stranger(visit, "Maj Ek", "mormor");
        assertThat(eva.getByText("I väntrummet (2)")).isVisible(SOON);
        assertThat(eva).hasTitle(java.util.regex.Pattern.compile("^\\(2\\) "), title());
        everyone(eva, "staff-door-before");
        english(eva, "staff-door-before");
        button(eva, "Starta besöket").click();
        eva.waitForURL(url -> url.endsWith("/call"));
        eva.navigate("/visits/" + visit.value());

        eva.getByText("Skriv till dem som väntar").click();
        everyone(eva, "staff-door-note");
        eva.getByLabel("Egna ord").fill("Vi hämtar en tolk.");
        button(eva, "Visa").click();
        assertThat(eva.getByText("Det här läser de som väntar:")).isVisible();
        button(eva, "Lås dörren").click();
        assertThat(button(eva, "Lås upp dörren")).isVisible();
        assertThat(button(eva, "Lås upp dörren")).isFocused();

        button(eva, "Neka Maj Ek").click();
        Browser.axe(eva, "refuse");
        inDialog(eva, "Neka");
        assertThat(eva.locator("#said").getByText("Personen är nekad.")).isVisible();
        eva.getByText("Nekad (1)").click();
        button(eva, "Ångra att Maj Ek nekades").click();
        button(eva, "Släpp in Maj Ek").click();
        assertThat(eva.locator("#said").getByText("Personen är insläppt.")).isVisible();
        everyone(eva, "staff-door-running");
        button(eva, "Låt Maj Ek vänta").click();
        assertThat(eva.getByText("Väntar för att ni bad om det")).isVisible();
        button(eva, "Släpp in Maj Ek").click();
        button(eva, "Ta bort Maj Ek från besöket").click();
        assertThat(eva.getByText("Personen kopplas ner direkt")).isVisible();
        inDialog(eva, "Ta bort");
        assertThat(eva.locator("#said").getByText("Personen är borttagen från besöket."))
                .isVisible();
        Browser.close(eva);
    }

    @Test
    void theListTurnsByItselfAndNamesTheOneWhoIsEntered() {
        var jakes = book("Eva Holm", "Jake Nordin", Duration.ofMinutes(5));
        var oves = book("Eva Holm", "Ove Berg", Duration.ofMinutes(40));
        var eva = signedIn("Eva Holm", 1280);
        comes("Jake Nordin", jakes);
        comes("Ove Berg", oves);
        assertThat(eva.locator("#act-" + oves.value())).isVisible(SOON);
        assertThat(eva.locator("#act-" + jakes.value())).isVisible(SOON);
        everyone(eva, "staff-list");
        english(eva, "staff-list");
        eva.locator("#late-" + jakes.value() + " summary").click();
        Browser.picture(eva, "staff-list-late");
        button(eva, "Jag är 5 min sen").first().click();
        assertThat(eva.locator("#said").getByText("Alla får veta den nya tiden."))
                .isVisible();
        eva.locator("#act-" + oves.value()).click();
        var dialog = eva.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("Du går in till Ove Berg");
        assertThat(dialog).containsText("Även Jake Nordin väntar");
        Browser.axe(eva, "enter");
        Browser.picture(eva, "staff-enter");
        inDialog(eva, "Avbryt");
        assertThat(eva.getByRole(AriaRole.DIALOG)).isHidden();
        eva.locator("#act-" + oves.value()).click();
        inDialog(eva, "Starta besöket");
        eva.waitForURL(url -> url.endsWith(oves.value() + "/call"));
        Browser.close(eva);
    }

    @Test
    void oneOfManyTabsRingsUntilItIsSilenced() {
        var visit = book("Eva Holm", "Jake Nordin", Duration.ofMinutes(20));
        var list = signedIn("Eva Holm", 1280);
        var sound = list.getByRole(AriaRole.SWITCH);
        assertThat(sound).hasAttribute("aria-checked", "false");
        sound.click();
        assertThat(sound).hasAttribute("aria-checked", "true");
        var wizard = list.context().newPage();
        wizard.navigate("/bookings/new");
        wizard.locator("h1").click();
        comes("Jake Nordin", visit);
        assertThat(wizard.getByText("1 väntar på dig · Visa")).isVisible(SOON);
        assertThat(wizard).hasTitle(java.util.regex.Pattern.compile("^\\(1\\) "), title());
        Browser.isForEveryone(wizard, "staff-waiting-bar");
        Browser.picture(wizard, "staff-waiting-bar");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> rang(list) + rang(wizard) >= 2);
        assertThat(Math.min(rang(list), rang(wizard))).isZero();
        button(list, "Tysta").click();
        assertThat(button(list, "Tysta")).isHidden();
        var after = rang(list) + rang(wizard);
        stranger(visit, "Maj Ek", "mormor"); // somebody new: heard again
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> rang(list) + rang(wizard) > after);
        assertThat(button(list, "Tysta")).isVisible();
        Browser.close(list);
    }

    private static int rang(Page page) {
        return (int) page.evaluate("Number(document.body.dataset.rang ?? 0)");
    }

    private static com.microsoft.playwright.assertions.PageAssertions.HasTitleOptions title() {
        return new com.microsoft.playwright.assertions.PageAssertions.HasTitleOptions().setTimeout(30_000);
    }

    private AppointmentId book(String by, String patient, Duration from) {
        var at = Instant.now().plus(from).truncatedTo(ChronoUnit.MINUTES);
        var visit = people.book(by, patient, at, List.of(ERIK), "Daniel Ek");
        booked.add(visit);
        return visit;
    }

    private void comes(String patient, AppointmentId visit) {
        var it = people.patient(patient);
        there(World.place(arrive.patient(new Actor.Patient(it.person().value(), it.name()), visit, World.browser())));
    }

    private void stranger(AppointmentId visit, String name, String role) {
        var link = links.general(visit).orElseThrow();
        var it = (OpenLink.Outcome.Open) open.look(link.substring(link.indexOf("/b/") + 3));
        there(World.place(arrive.unnamed(it.invitation(), it.appointment(), World.browser(), name, role)));
    }

    private void there(ArrivalId place) {
        var node = UUID.randomUUID();
        sql.sql("insert into live_node values (:node, 'infinity')")
                .param("node", node)
                .update();
        sql.sql("update arrival set node_id = :node, page_id = 'p' where id = :id")
                .param("node", node)
                .param("id", place.value())
                .update();
    }

    private void everyone(Page page, String name) {
        Browser.isForEveryone(page, name);
        for (var width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, 900);
            Browser.picture(page, name + "-" + width);
        }
        page.setViewportSize(1280, 844);
    }

    private void english(Page page, String name) {
        button(page, "English").click();
        assertThat(button(page, "Svenska")).isVisible();
        everyone(page, name + "-en");
        button(page, "Svenska").click();
        assertThat(button(page, "English")).isVisible();
    }

    private Page signedIn(String name, int width) {
        var page = Browser.person(port, width, 844, true);
        page.navigate("/login");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    private static void inDialog(Page page, String name) {
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
