package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vardrum.Browser;

/** The guide's part on children, in the browser: who is to be there, what fits, and the proxy's own way in. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18083", "vardrum.url=http://localhost:18083", "vardrum.demo=true"})
class ChildVisitTests {

    @LocalServerPort
    int port;

    @AfterEach
    void nothingInTheConsole() {
        Browser.complainedOfNothing();
    }

    @Test
    void vardrumProposesProfileAndTypeAndRefusesWhatTheRulesForbid() {
        var page = Browser.desktop(port);
        signIn(page, "Anna Lindgren");
        choose(page, "Alva Wikström");
        assertThat(page.locator("#fits")).containsText("Passar bäst: Videobesök, egen profil.");
        assertThat(page.locator("#fits")).containsText("Barnet har flera profiler");
        Browser.isForEveryone(page, "the questions about a child");
        Browser.picture(page, "child-alone");

        guardian(page, "Hanna Wikström").check();
        assertThat(page.locator("#fits")).containsText("Passar bäst: Videomöte, egen profil.");
        assertThat(page.locator("#fits")).containsText("(regel 3)");
        guardian(page, "Jonas Wikström").check();
        assertThat(page.locator("#fits")).containsText("(regel 4)");
        page.getByLabel("Nej, på olika platser").check();
        assertThat(page.locator("#fits")).containsText("Passar bäst: Videomöte");
        assertThat(page.locator("#fits")).containsText("(regel 5)");
        Browser.picture(page, "child-apart");
        phone(page, "child-apart-phone");

        // against rule 5, with a sentence
        type(page, "Videosamtal").click();
        assertThat(page.getByLabel("Varför passar en annan besökstyp bättre?")).isVisible();
        assertThat(page.getByLabel("Nej, på olika platser")).isChecked();
        Browser.isForEveryone(page, "the question why");
        Browser.picture(page, "child-why");
        page.getByLabel("Varför passar en annan besökstyp bättre?").fill("De ringer in från samma telefon.");
        type(page, "Videosamtal").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Besöksdetaljer"))).isVisible();
        assertThat(page.locator(".booking-patient")).containsText("Ombud: Hanna Wikström");
        Browser.picture(page, "child-details");

        // changed afterwards: without a proxy the profile through one is refused, and says the way out
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ändra vilka som är med"))
                .click();
        guardian(page, "Hanna Wikström").uncheck();
        guardian(page, "Jonas Wikström").uncheck();
        assertThat(page.locator("#fits")).containsText("Passar bäst: Videobesök, egen profil.");
        page.getByLabel("profil genom Hanna Wikström").check();
        type(page, "Videobesök").click();
        assertThat(page.locator("#problems"))
                .containsText("då måste det ombudet vara med (regel 2). Lägg till ombudet");
        Browser.picture(page, "child-refused");
        Browser.close(page);
    }

    @Test
    void theProxyIsInvitedSeesTheVisitAndJoinsIt() {
        var anna = Browser.desktop(port);
        signIn(anna, "Anna Lindgren");
        choose(anna, "Elias Wikström");
        assertThat(anna.locator("#fits")).containsText("bara genom ett ombud som är med");
        guardian(anna, "Hanna Wikström").check();
        assertThat(anna.locator("#fits")).containsText("Passar bäst: Videobesök, profil genom Hanna Wikström.");
        type(anna, "Videobesök").click();
        anna.getByLabel("Sökorsak").fill("Aknebesvär");
        anna.getByLabel("Datum").fill(LocalDate.now().plusDays(1).toString());
        anna.getByLabel("Tid").fill("10:40");
        anna.keyboard().press("Escape");
        button(anna, "Nästa").click();
        assertThat(anna.locator("#side")).containsText("Hanna Wikström");
        button(anna, "Nästa").click();
        assertThat(anna.locator("#side")).containsText("Du är ombud vid ett digitalt besök");
        Browser.isForEveryone(anna, "confirming a child's visit");
        Browser.picture(anna, "child-confirm");
        button(anna, "Skapa och skicka inbjudningar").click();
        assertThat(anna.getByText("Alla inbjudningar har skickats")).isVisible();
        Browser.picture(anna, "child-done");
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gå till besöket"))
                .click();
        assertThat(anna.locator(".sight")).containsText("Hanna Wikström");
        Browser.picture(anna, "child-visit");

        var hanna = Browser.phone(port);
        signIn(hanna, "Hanna Wikström");
        assertThat(hanna.getByText("Du har inga bokade besök")).isVisible();
        Browser.picture(hanna, "proxy-mine");
        hanna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Agera ombud för Elias Wikström"))
                .click();
        assertThat(hanna.getByRole(AriaRole.HEADING, named("Aknebesvär"))).isVisible();
        Browser.isForEveryone(hanna, "a proxy's visits");
        Browser.picture(hanna, "proxy-child");
        hanna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gå till besöket"))
                .click();
        hanna.getByRole(AriaRole.BUTTON, named2("Gå med")).click();

        button(anna, "Starta besöket").click();
        anna.getByRole(AriaRole.BUTTON, named2("Gå med")).click();
        assertThat(anna.locator(".tile, .tiles")).not().hasCount(0);
        assertThat(anna.getByText("Hanna Wikström").first()).isVisible();
        Browser.close(anna, hanna);
    }

    @Test
    void staffSeeAllProfilesMakeWhatIsMissingAndBarAGuardian() {
        var page = Browser.desktop(port);
        signIn(page, "Anna Lindgren");
        choose(page, "Naomi Tesfaye");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Profiler och vårdnadshavare"))
                .click();
        assertThat(page.getByText("profil genom Dawit Tesfaye")).isVisible();
        Browser.isForEveryone(page, "profiles and guardians");
        button(page, "Skapa egen profil").click();
        assertThat(page.locator(".ds-alert[role=status]")).containsText("Profilen är skapad");
        assertThat(page.getByText("egen profil, skapad av vårdpersonal")).isVisible();
        Browser.picture(page, "family");
        phone(page, "family-phone");
        page.getByText("Dawit Tesfaye får varken delta eller veta").click();
        var form = page.locator("details[open]");
        form.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#problems")).containsText("Skriv skälet");
        Browser.picture(page, "family-reason");
        page.getByLabel("Skäl").first().fill("Beslut av socialtjänsten.");
        button(page, "Spärra vårdnadshavaren").first().click();
        assertThat(page.locator(".ds-alert[role=status]")).containsText("spärrad");
        assertThat(page.locator("main")).not().containsText("Dawit");
        Browser.close(page);
    }

    private static void choose(Page page, String name) {
        page.navigate("/bookings/new");
        page.getByLabel("Sök patient").fill(name);
        page.locator("#hits a")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    private static Locator guardian(Page page, String name) {
        return page.getByRole(AriaRole.CHECKBOX, named(name));
    }

    private static Locator type(Page page, String name) {
        return page.locator("#types button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^\\s*" + name)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByRoleOptions named2(String name) {
        return named(name).setExact(true);
    }

    private static void phone(Page page, String picture) {
        page.setViewportSize(390, 844);
        Browser.picture(page, picture);
        page.setViewportSize(1280, 840);
    }

    private static void signIn(Page page, String name) {
        page.navigate("/login?q=" + name.replace(" ", "+"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
