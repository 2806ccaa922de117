package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vardrum.Browser;

/**
 * The whole guide in real browsers: Anna books; Jake, Erik by his own link, an interpreter by the general link and Daniel
 * join; Daniel starts and becomes responsible on all screens; pictures flow in every direction.
 */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18080", "vardrum.url=http://localhost:18080"})
class FirstVisitTests {

    @LocalServerPort
    int port;

    @Test
    void annaBooksAndAllFiveMeet() {
        var anna = Browser.desktop(port);
        signIn(anna, "Anna Lindgren");
        assertThat(heading(anna, "Patientliggare")).isVisible();
        book(anna);
        var general = anna.getByLabel("Dela en länk till det här videosamtalet").inputValue();
        assertThat(anna.getByText("Vem som helst med en länk kan gå med i det här videosamtalet"))
                .isVisible();
        assertThat(anna.getByText("Alla inbjudningar har skickats")).isVisible();
        Browser.isForEveryone(anna, "done page");
        Browser.picture(anna, "done");
        link(anna, "Gå till besöket").click();
        assertThat(heading(anna, "Aknebesvär")).isVisible();
        Browser.isForEveryone(anna, "visit's page");
        Browser.picture(anna, "visit");
        var visit = anna.url();

        var personal = linkOf("Erik Sjö");
        assertThat(personal).startsWith("http://localhost:18080/b/").isNotEqualTo(general);

        var jake = Browser.phone(port);
        signIn(jake, "Jake Nordin");
        assertThat(heading(jake, "Mina besök")).isVisible();
        Browser.isForEveryone(jake, "Mina besök");
        Browser.picture(jake, "mina");
        link(jake, "Gå till besöket").first().click();
        assertThat(jake.getByText("Anna Lindgren").first()).isVisible();
        assertThat(jake.getByText("Sjuksköterska").first()).isVisible();
        Browser.isForEveryone(jake, "patient's door");
        Browser.picture(jake, "door-patient");
        button(jake, "Gå med").click();
        assertThat(jake.getByText("Du är i väntrummet")).isVisible();
        Browser.isForEveryone(jake, "waiting room");
        Browser.picture(jake, "waiting");

        var erik = Browser.phone(port);
        erik.navigate(personal);
        Browser.isForEveryone(erik, "guest's door");
        Browser.picture(erik, "door-guest");
        assertThat(erik.content()).doesNotContain("Jake", "Nordin", "Akne");
        button(erik, "Gå med").click();
        assertThat(erik.getByText("Du är i väntrummet")).isVisible();

        var tolk = Browser.desktop(port);
        tolk.navigate(general);
        button(tolk, "Gå med").click();
        assertThat(tolk.getByLabel("Ditt namn")).hasAttribute("aria-invalid", "true");
        tolk.getByLabel("Ditt namn").fill("Tove Tolk");
        tolk.getByLabel("Din roll").fill("Tolk");
        button(tolk, "Gå med").click();
        assertThat(tolk.getByText("Du är i väntrummet")).isVisible();

        anna.navigate(visit);
        link(anna, "Gå med").or(button(anna, "Gå med")).first().click();
        button(anna, "Gå med").click();
        assertThat(button(anna, "Starta besöket")).isVisible();

        var daniel = Browser.desktop(port);
        signIn(daniel, "Daniel Ek");
        daniel.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Besök som gäst"))
                .click();
        assertThat(daniel.getByText("Aknebesvär").first()).isVisible();
        assertThat(daniel.content()).doesNotContain("Jake", "Nordin");
        Browser.isForEveryone(daniel, "list of visits as guest");
        Browser.picture(daniel, "list-guest");
        link(daniel, "Öppna").first().click();
        assertThat(heading(daniel, "Aknebesvär")).isVisible();
        assertThat(daniel.content()).doesNotContain("Jake", "Nordin");
        button(daniel, "Starta besöket").click();
        button(daniel, "Gå med").click();

        var inside = List.of(anna, daniel, jake, erik);
        for (var page : inside) assertThat(tiles(page)).hasCount(4);
        button(daniel, "Släpp in").click();
        var everyone = List.of(anna, daniel, jake, erik, tolk);
        for (var page : everyone) {
            assertThat(tiles(page)).hasCount(5);
            seesAll(page);
            assertThat(page.getByText("Ansvarig: Daniel Ek").first()).isVisible();
        }
        for (var page : List.of(erik, tolk)) {
            assertThat(tile(page, "Patienten")).isVisible();
            assertThat(page.content()).doesNotContain("Jake", "Nordin", "Akne");
        }
        for (var page : List.of(anna, daniel))
            assertThat(tile(page, "Jake Nordin")).isVisible();
        Browser.isForEveryone(daniel, "call, staff");
        Browser.picture(daniel, "call-staff");
        Browser.isForEveryone(jake, "call, patient");
        Browser.picture(jake, "call-patient");

        erik.reload();
        assertThat(tiles(erik)).hasCount(5);
        seesAll(erik);
        for (var page : everyone) seesAll(page);

        button(erik, "Lämna").first().click();
        for (var page : List.of(anna, daniel, jake, tolk))
            assertThat(tiles(page)).hasCount(4);

        button(daniel, "Avsluta besöket").first().click();
        button(daniel, "Avsluta besöket").last().click();
        for (var page : List.of(anna, jake, tolk))
            assertThat(page.getByText("Besöket är avslutat").first()).isVisible();
        erik.navigate(personal);
        assertThat(erik.getByText("Besöket är avslutat")).isVisible();

        Browser.close(anna, daniel, jake, erik, tolk);
        Browser.complainedOfNothing();
    }

    private void book(Page anna) {
        Browser.isForEveryone(anna, "patient list");
        Browser.picture(anna, "list-empty");
        link(anna, "Boka digitalt besök").first().click();
        anna.getByLabel("Sök patient").fill("Jake Nordin");
        Browser.isForEveryone(anna, "find the patient");
        link(anna, "Jake Nordin").first().click();
        assertThat(button(anna, "Videobesök")).isVisible();
        Browser.isForEveryone(anna, "visit types");
        button(anna, "Videobesök").click();

        assertThat(heading(anna, "Skapa ett nytt videobesök")).isVisible();
        anna.getByLabel("Sökorsak").fill("finnar");
        anna.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Aknebesvär"))
                .click();
        anna.getByLabel("Datum").fill(LocalDate.now().plusDays(2).toString());
        anna.getByLabel("Tid").fill("14:30");
        Browser.isForEveryone(anna, "step 1");
        Browser.picture(anna, "step-1");
        button(anna, "Nästa").click();

        anna.getByLabel("Förnamn").fill("Erik");
        anna.getByLabel("Efternamn").fill("Sjö");
        anna.getByLabel("Mobilnummer").fill("070-174 06 90");
        Browser.isForEveryone(anna, "step 2, guest");
        Browser.picture(anna, "step-2-guest");
        button(anna, "Lägg till").click();
        assertThat(anna.getByText("Deltagare (3)")).isVisible();
        anna.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Vårdpersonal"))
                .click();
        anna.getByLabel("Sök sjukvårdspersonal").fill("Daniel Ek");
        anna.getByText("Daniel Ek").first().click();
        Browser.isForEveryone(anna, "step 2, staff");
        Browser.picture(anna, "step-2-staff");
        button(anna, "Lägg till").click();
        assertThat(anna.getByText("Deltagare (4)")).isVisible();
        button(anna, "Nästa").click();

        assertThat(anna.getByText("14:30–15:00").first()).isVisible();
        Browser.isForEveryone(anna, "step 3");
        Browser.picture(anna, "step-3");
        button(anna, "Skapa och skicka inbjudningar").click();
    }

    private void signIn(Page page, String name) {
        page.navigate("/login");
        Browser.isForEveryone(page, "sign-in");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private String linkOf(String name) {
        var outbox = Browser.desktop(port);
        outbox.navigate("/demo/outbox");
        Browser.isForEveryone(outbox, "outbox");
        Browser.picture(outbox, "outbox");
        var href = outbox.locator("article", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.LINK)
                .first()
                .getAttribute("href");
        Browser.close(outbox);
        return href;
    }

    /** Decoded frames go on coming in every other participant's picture. */
    private static void seesAll(Page page) {
        page.waitForFunction(
                """
                () => {
                  const others = [...document.querySelectorAll('#tiles [data-participant] video')];
                  if (!others.length) return false;
                  window.frames0 ??= new Map();
                  return others.every(video => {
                    const now = video.getVideoPlaybackQuality().totalVideoFrames;
                    if (!window.frames0.has(video)) window.frames0.set(video, now);
                    return video.videoWidth > 0 && now > window.frames0.get(video) + 3;
                  });
                }
                """, null, new Page.WaitForFunctionOptions().setTimeout(60_000).setPollingInterval(200));
        page.evaluate("() => { window.frames0 = undefined; }");
    }

    private static Locator tiles(Page page) {
        return page.locator("#tiles [data-participant] video");
    }

    private static Locator tile(Page page, String name) {
        return page.locator("#tiles [data-participant=\"" + name + "\"]");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(!name.equals("Videobesök")));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
