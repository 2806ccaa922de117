package se.vardrum.booking.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.vardrum.Browser;

/** The wizard in a real browser: over a reload and a lost session, without script, past a busy time. */
class WizardBrowserTests extends WizardBrowserTest {

    @Test
    void everythingTypedIsThereAfterAReloadAndAfterALostSession() {
        page = Browser.desktop(port);
        signIn("Anna Lindgren");
        begin("Ove Berg");
        page.getByLabel("Beskrivning (valfri)").fill("Halvskriven mening om");
        assertThat(page.locator(".saved")).hasText("Sparat");
        page.reload();
        assertThat(page.getByLabel("Beskrivning (valfri)")).hasValue("Halvskriven mening om");

        page.getByLabel("Sökorsak").fill("Aknebesvär");
        page.keyboard().press("Escape");
        page.getByLabel("Datum", exactly()).fill(LocalDate.now().plusDays(41).toString());
        page.getByLabel("Tid", exactly()).fill("9");
        button("Nästa").click();
        page.getByLabel("Förnamn").fill("Lei");
        assertThat(page.locator(".saved")).hasText("Sparat");
        var step = page.url();
        page.context().clearCookies();
        page.reload();
        assertThat(page).hasURL("http://localhost:" + port + "/login");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anna Lindgren"))
                .first()
                .click();
        assertThat(page.getByLabel("Förnamn")).hasValue("Lei");
        assertThat(page.url()).startsWith(step);
    }

    @Test
    void signedOutWhileTypingOneIsToldAndNothingIsLost() {
        page = Browser.desktop(port);
        signIn("Anna Lindgren");
        begin("Ove Berg");
        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("vardrum"));
        page.getByLabel("Beskrivning (valfri)").fill("Skrivet utan att vara inloggad");
        assertThat(page.locator(".saved")).containsText("Du är utloggad");
        var typing = page;
        page = page.context().newPage();
        signIn("Anna Lindgren");
        page.close(); // a list that is looked at asks to come back too, and the last to ask does
        page = typing;
        assertThat(page.locator(".saved")).hasText("Sparat", new LocatorAssertions.HasTextOptions().setTimeout(40_000));

        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("vardrum"));
        button("Nästa").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Anna Lindgren"))
                .first()
                .click();
        assertThat(page.getByLabel("Beskrivning (valfri)")).hasValue("Skrivet utan att vara inloggad");
    }

    @Test
    void aBusyTimeIsSolvedByOneClickAndNothingIsLost() {
        page = Browser.desktop(port);
        signIn("Eva Holm");
        var day = LocalDate.now().plusDays(42);
        while (day.getDayOfWeek().getValue() > 5) day = day.plusDays(1);
        begin("Jake Nordin");
        when(day.toString(), "10:00");
        button("Nästa").click();
        button("Skapa och skicka inbjudningar").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/booked"));

        begin("Ove Berg");
        page.getByLabel("Beskrivning (valfri)").fill("Ta med listan.");
        when(day.toString(), "10:15");
        assertThat(page.getByText("Du har redan ett besök den tiden.").first()).isVisible();
        Browser.isForEveryone(page, "step 1, busy");
        button("10:30").click();
        assertThat(page.getByLabel("Tid", exactly())).hasValue("10:30");
        assertThat(page.getByLabel("Beskrivning (valfri)")).hasValue("Ta med listan.");
        button("Nästa").click();
        assertThat(heading("Lägg till deltagare")).isVisible();
    }

    @Test
    void theWholeWayWithoutScript() {
        var scripted = Browser.desktop(port);
        page = scripted.context()
                .browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setJavaScriptEnabled(false))
                .newPage();
        scripted.context().close();
        signIn("Daniel Ek");
        page.navigate("/bookings/new");
        page.getByLabel("Sök patient").fill("Ove Berg");
        page.keyboard().press("Enter");
        button("Videobesök").click();
        when(LocalDate.now().plusDays(43).toString(), "11");
        page.getByLabel("Förnamn").fill("Erik");
        page.getByLabel("Efternamn").fill("Sjö");
        page.getByLabel("E-post").fill("erik@exempel.se");
        button("Lägg till").click();
        assertThat(page.getByText("Deltagare (3)")).isVisible();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Vårdpersonal"))
                .click();
        page.locator("summary", new Page.LocatorOptions().setHasText("Sjuksköterska"))
                .first()
                .click();
        page.locator("details[open] > div > a").first().click();
        page.locator(".tree label", new Page.LocatorOptions().setHasText("Anna Lindgren"))
                .click();
        button("Lägg till").click();
        assertThat(page.getByText("Deltagare (4)")).isVisible();
        button("Avbryt").click();
        assertThat(heading("Avbryt bokningen?")).isVisible();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Fortsätt boka"))
                .click();
        button("Nästa").click();
        button("Skapa och skicka inbjudningar").click();
        assertThat(page.getByLabel("Dela en länk till det här videosamtalet")).isVisible();
    }

    private void begin(String patient) {
        page.navigate("/bookings/new?q=" + patient.replace(" ", "+"));
        page.locator("#hits").getByRole(AriaRole.LINK).first().click();
        button("Videobesök").click();
    }

    private void when(String day, String time) {
        page.getByLabel("Sökorsak").fill("Aknebesvär");
        page.keyboard().press("Escape");
        page.getByLabel("Datum", exactly()).fill(day);
        page.getByLabel("Tid", exactly()).fill(time);
        button("Nästa").click();
    }
}
