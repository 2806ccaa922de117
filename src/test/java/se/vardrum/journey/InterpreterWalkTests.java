package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Browser;

/** A seat booked without a name: the text goes to the agency, somebody comes by its link, gives a name and is let in. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18087", "vardrum.url=http://localhost:18087"})
class InterpreterWalkTests {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient sql;

    @Test
    void anInterpreterNobodyKnewYetComesByTheLinkGivesANameAndIsLetIn() {
        var anna = Browser.desktop(port);
        anna.context().grantPermissions(List.of("clipboard-read", "clipboard-write", "camera", "microphone"));
        anna.navigate("/login");
        button(anna, "Anna Lindgren").first().click();
        book(anna);
        assertThat(anna.getByText("Länk att skicka till förmedlingen")).isVisible();
        button(anna, "Kopiera text").click();
        assertThat(anna.getByText("Texten är kopierad")).isVisible();
        var text = (String) anna.evaluate("navigator.clipboard.readText()");
        assertThat(text).contains("Språk: arabiska", "Er referens: TF-4711").doesNotContain("Jake", "Akne");
        pictures(anna, "seat-done");

        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gå till besöket"))
                .click();
        assertThat(anna.getByText("Tolk saknas")).isVisible();
        anna.getByText("Länk och text till tolkförmedlingen").click();
        pictures(anna, "seat-visit");
        button(anna, "Ta bort Tolk").click();
        assertThat(anna.getByRole(AriaRole.DIALOG)).containsText("också hos tolkförmedlingen");
        Browser.axe(anna, "what follows from taking an interpreter away");
        Browser.picture(anna, "seat-remove");
        button(anna, "Behåll").click();
        var list = anna.context().newPage();
        list.navigate("/visits");
        assertThat(list.getByText("Tolk saknas").first()).isVisible();
        Browser.picture(list, "seat-list");

        var samira = Browser.phone(port);
        samira.navigate(text.replaceAll("(?s).*(http\\S+/b/\\w+).*", "$1"));
        assertThat(samira.getByLabel("Din roll")).hasCount(0);
        Browser.isForEveryone(samira, "door of an interpreter's seat");
        Browser.picture(samira, "seat-door");
        button(samira, "Gå med").click();
        assertThat(samira.locator("#name-problem")).isVisible();
        samira.locator("#name").fill("Samira Haddad");
        button(samira, "Gå med").click();
        assertThat(samira.locator("#waiting")).isVisible();
        assertThat(anna.getByText("Tolk saknas")).hasCount(0);
        assertThat(anna.getByText("Samira Haddad").first()).isVisible();
        assertThat(list.getByText("Tolk saknas")).hasCount(0);

        button(anna, "Starta besöket").click();
        button(anna, "Gå med").click();
        assertThat(anna.getByText("tolk, arabiska").first()).isVisible();
        button(anna, "Släpp in").first().click();
        assertThat(samira.locator("#tiles [data-participant] video")).hasCount(2);
        Browser.picture(anna, "seat-call");
        button(anna, "Avsluta besöket").first().click();
        button(anna, "Avsluta besöket").last().click();
        assertThat(samira.getByText("Besöket är avslutat").first()).isVisible();
        Browser.close(anna, samira);
        Browser.complainedOfNothing();
    }

    @Test
    void whatFollowsIsShownWhileOneTypesAndARemovalIsTakenBack() {
        var anna = Browser.desktop(port);
        anna.navigate("/login");
        button(anna, "Anna Lindgren").first().click();
        book(anna);
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gå till besöket"))
                .click();
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bjud in fler"))
                .click();
        button(anna, "English").click();
        anna.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Interpreter"))
                .click();
        anna.getByLabel("Language of interpreting").fill("Arabic");
        assertThat(anna.locator("#follows")).containsText("a link and a text to paste into the agency's form");
        pictures(anna, "seat-add-en");
        button(anna, "Svenska").click();
        anna.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Gäst"))
                .click();
        anna.getByLabel("Förnamn").fill("Leila");
        anna.getByLabel("Efternamn").fill("Hassan");
        assertThat(anna.locator("#follows")).containsText("Skriv ett mobilnummer eller en e-postadress");
        anna.getByLabel("Mobilnummer").fill("070-174 06 28");
        assertThat(anna.locator("#follows")).containsText("Sms till +46 70 174 06 28");
        pictures(anna, "follows-add");
        button(anna, "Lägg till").click();
        assertThat(anna.getByText("Gästen är tillagd")).isVisible();
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Rätta uppgifterna för Leila Hassan"))
                .click();
        anna.getByLabel("Efternamn").fill("Hasan");
        assertThat(anna.locator("#follows")).containsText("Länken gäller fortfarande");
        anna.getByLabel("Mobilnummer").fill("070-174 06 29");
        assertThat(anna.locator("#follows")).containsText("Den gamla länken slutar fungera direkt");
        pictures(anna, "follows-correct");
        button(anna, "Spara").click();
        button(anna, "Ta bort Leila Hasan").click();
        assertThat(anna.getByRole(AriaRole.DIALOG)).containsText("Den personliga länken slutar fungera direkt.");
        Browser.picture(anna, "follows-remove");
        anna.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ta bort"))
                .click();
        assertThat(anna.getByText("Personen är borttagen.")).isVisible();
        pictures(anna, "follows-undo");
        button(anna, "Ångra").click();
        assertThat(anna.getByText("Personen är med igen.")).isVisible();
        assertThat(anna.getByText("Leila Hasan").first()).isVisible();

        Browser.close(anna);
        Browser.complainedOfNothing();
    }

    /** Soon, so that the interpreter is missed at once; what earlier runs booked then is called off. */
    private void book(Page anna) {
        sql.sql(
                        "update appointment set status = 'CANCELLED' where status = 'BOOKED' and lower(during) < now() + interval '1 hour'")
                .update();
        sql.sql(
                        "update visit set state = 'CANCELLED' where state = 'BOOKED' and appointment_id in (select id from appointment where status = 'CANCELLED')")
                .update();
        var soon = LocalDateTime.now(ZoneId.of("Europe/Stockholm")).plusMinutes(5);
        anna.navigate("/bookings/new");
        anna.getByLabel("Sök patient").fill("Jake Nordin");
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Jake Nordin"))
                .first()
                .click();
        anna.locator("button.choice", new Page.LocatorOptions().setHasText("Videobesök"))
                .click();
        anna.getByLabel("Sökorsak").fill("finnar");
        anna.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Aknebesvär"))
                .click();
        anna.getByLabel("Datum").fill(soon.toLocalDate().toString());
        anna.getByLabel("Tid").fill(soon.format(DateTimeFormatter.ofPattern("HH:mm")));
        button(anna, "Nästa").click();
        anna.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Tolk"))
                .click();
        anna.getByLabel("Tolkspråk").fill("arabiska");
        anna.getByLabel("Tolkförmedlingens referens").fill("TF-4711");
        pictures(anna, "seat-step-2");
        button(anna, "Lägg till").click();
        assertThat(anna.locator("#added")).isVisible();
        button(anna, "Nästa").click();
        assertThat(anna.locator("#group-interpreter")).isVisible();
        pictures(anna, "seat-step-3");
        button(anna, "Skapa och skicka inbjudningar").click();
        assertThat(anna.getByText("Alla inbjudningar har skickats")).isVisible();
    }

    /** Axe at both widths, and a picture of each. */
    private static void pictures(Page page, String name) {
        Browser.isForEveryone(page, name);
        Browser.picture(page, name);
        page.setViewportSize(390, 844);
        Browser.picture(page, name + "-390");
        page.setViewportSize(320, 844);
        Browser.picture(page, name + "-320");
        page.setViewportSize(1280, 840);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(!name.equals("Anna Lindgren")));
    }
}
