package se.vardrum.overview;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.visit.StartVisit;

/** The lists and the visit's page in a real browser, for every eye, hand and width. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DemoVisits.class)
class OverviewBrowserTests {

    private static final BookAppointment.Guest ERIK =
            new BookAppointment.Guest("Erik", "Sjö", "+46701740690", "erik@example.com", "sv");

    /** What turns by itself does so within a few turns, also on a busy machine. */
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    @Autowired
    StartVisit startVisit;

    @AfterEach
    void noComplaints() {
        Browser.complainedOfNothing();
    }

    @Test
    void everyPageIsForEveryoneAndTurnsByItself() {
        var anna = signedIn("Anna Lindgren", 1280);
        assertThat(anna.getByRole(AriaRole.HEADING, heading("Patientliggare"))).isVisible();
        everyone(anna, "overview-list-empty");

        var soon = Instant.now().plus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
        var visit = people.book("Anna Lindgren", "Jake Nordin", soon, List.of(ERIK), "Daniel Ek");
        people.book("Anna Lindgren", "Ove Berg", soon.plus(Duration.ofHours(40)), List.of());
        // The list turns by itself: nobody reloads.
        anna.navigate("/visits?tab=upcoming");
        var later = people.book("Anna Lindgren", "Jake Nordin", soon.plus(Duration.ofHours(50)), List.of(ERIK));
        assertThat(anna.locator("#open-" + later.value())).isVisible(SOON);
        everyone(anna, "overview-list-upcoming");
        anna.getByRole(AriaRole.SEARCHBOX).fill("ove");
        assertThat(anna.locator("#open-" + later.value())).isHidden();
        assertThat(anna.getByText("Ove Berg")).isVisible();

        var jake = signedIn("Jake Nordin", 390);
        assertThat(jake.getByText("Anna Lindgren").first()).isVisible();
        everyone(jake, "overview-mine");
        jake.navigate("/mina/visits/" + visit.value());
        button(jake, "Gå med").click();
        assertThat(jake.getByText("Du är i väntrummet")).isVisible();

        anna.navigate("/visits/" + visit.value());
        assertThat(anna.getByText("Patienten väntar")).isVisible(SOON);
        everyone(anna, "overview-visit");
        anna.navigate("/visits/" + visit.value() + "/cancel");
        everyone(anna, "overview-cancel");
        button(anna, "Avboka besöket").click();
        assertThat(anna.getByText("Skriv varför").first()).isVisible();
        everyone(anna, "overview-cancel-problem");
        anna.navigate("/visits/" + visit.value() + "/invite");
        button(anna, "Lägg till").click();
        assertThat(anna.getByText("Skriv gästens förnamn.").first()).isVisible();
        everyone(anna, "overview-invite-guest");
        anna.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Vårdpersonal"))
                .click();
        anna.getByLabel("Sök sjukvårdspersonal").pressSequentially("eva ho");
        assertThat(anna.getByText("Eva Holm").first()).isVisible();
        everyone(anna, "overview-invite-staff");

        var daniel = signedIn("Daniel Ek", 1280);
        tab(daniel, "Besök som gäst").click();
        assertThat(daniel.locator("#open-" + visit.value())).isVisible();
        everyone(daniel, "overview-list-guest");
        daniel.locator("#open-" + visit.value()).click();
        assertThat(daniel.getByRole(AriaRole.HEADING, heading("Aknebesvär"))).isVisible();
        everyone(daniel, "overview-visit-invited");
        assertThat(daniel.content()).doesNotContain("Jake", "Nordin");

        anna.navigate("/visits");
        assertThat(tab(anna, "Besök som gäst")).isHidden();
        startVisit.start(people.staff("Daniel Ek").actor(), visit);
        assertThat(tab(anna, "Besök som gäst")).isVisible(SOON);
        daniel.navigate("/visits");
        assertThat(daniel.getByText("Pågår")).isVisible();
        everyone(daniel, "overview-list-running");

        var karin = signedIn("Karin Sund", 1280);
        karin.getByRole(AriaRole.LINK, link("Hela enheten")).click();
        assertThat(karin.getByText("Jake Nordin").first()).isVisible();
        everyone(karin, "overview-list-unit");
        Browser.close(anna, jake, daniel, karin);
    }

    @Test
    void theKeyboardReachesAndTheDialogAsksFirst() {
        var from = Instant.now().plus(Duration.ofHours(70)).truncatedTo(ChronoUnit.MINUTES);
        var visit = people.book("Eva Holm", "Ove Berg", from, List.of(ERIK), "Anna Lindgren");
        var eva = signedIn("Eva Holm", 1280);
        eva.navigate("/visits?tab=upcoming");
        var row = eva.locator("#open-" + visit.value());
        row.focus();
        // Focus stays on the same row while the list is written anew around it.
        people.book("Eva Holm", "Jake Nordin", from.minus(Duration.ofHours(1)), List.of());
        assertThat(eva.getByText("Jake Nordin")).isVisible(SOON);
        assertThat(row).isFocused();
        eva.keyboard().press("Enter");
        assertThat(eva.getByText("Ring patienten").first()).isVisible();
        Browser.picture(eva, "overview-visit-call-patient");
        button(eva, "Klart, jag har ringt").click();
        assertThat(eva.getByText("Uppgiften Ring patienten är klar.")).isVisible();

        var before = eva.getByLabel("Generell länk").inputValue();
        button(eva, "Ersätt länken").click();
        assertThat(eva.getByRole(AriaRole.DIALOG)).isVisible();
        Browser.axe(eva, "dialog");
        eva.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ersätt länken"))
                .click();
        assertThat(eva.getByText("Länken är ersatt.")).isVisible();
        assertThat(eva.getByLabel("Generell länk").inputValue()).isNotEqualTo(before);

        button(eva, "Ta bort Erik Sjö").click();
        eva.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ta bort"))
                .click();
        assertThat(eva.getByText("Personen är borttagen.")).isVisible();
        assertThat(eva.getByText("Erik Sjö")).isHidden();

        eva.getByRole(AriaRole.LINK, link("Avboka besöket")).click();
        eva.getByLabel("Varför avbokas besöket?").fill("Patienten har hört av sig.");
        button(eva, "Avboka besöket").click();
        assertThat(eva.getByText("Besöket är avbokat. Orsak: Patienten har hört av sig."))
                .isVisible();
        assertThat(button(eva, "Starta besöket")).isHidden();
        everyone(eva, "overview-visit-cancelled");
        var ove = signedIn("Ove Berg", 390);
        assertThat(ove.getByText("Avbokat")).isVisible();
        everyone(ove, "overview-mine-cancelled");
        Browser.close(eva, ove);
    }

    private void everyone(Page page, String name) {
        Browser.isForEveryone(page, name);
        Browser.picture(page, name);
        var size = page.viewportSize();
        page.setViewportSize(size.width == 390 ? 1280 : 390, 844);
        Browser.picture(page, name + (size.width == 390 ? "-wide" : "-phone"));
        page.setViewportSize(size.width, size.height);
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

    private static Page.GetByRoleOptions heading(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
