package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.personnummer.Personnummer;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vardrum.Browser;

/** Somebody new, with a reserve number and a need of an interpreter, is created out of the booking and booked. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vardrum.demo=true")
class CreatePatientBrowserTests {

    @LocalServerPort
    int port;

    @AfterEach
    void nothingInTheConsole() {
        Browser.complainedOfNothing();
    }

    @Test
    void aPatientWithAReserveNumberIsCreatedAndBooked() {
        var page = Browser.desktop(port);
        page.navigate("/login");
        button(page, "Anna Lindgren").first().click();
        page.navigate("/bookings/new");
        page.getByLabel("Sök patient").fill("22790814AA01");
        assertThat(button(page, "Skapa patient")).isVisible();
        Browser.picture(page, "create-search");
        button(page, "Skapa patient").click();
        assertThat(page.getByLabel("Förnamn")).isFocused();
        Browser.isForEveryone(page, "creating a patient");
        Browser.picture(page, "create-form");
        page.setViewportSize(390, 844);
        Browser.picture(page, "create-form-phone");
        page.setViewportSize(1280, 840);

        button(page, "Skapa patient").click();
        assertThat(page.locator("#problems")).containsText("förnamn");
        Browser.picture(page, "create-problems");
        page.getByLabel("Förnamn").fill("Samira");
        page.getByLabel("Efternamn").fill("Nykomling");
        page.getByLabel("Mobilnummer").fill("070-174 06 12");
        page.getByLabel("Behov av tolk").selectOption("SPOKEN");
        page.getByLabel("Tolkspråk").fill("arabiska");
        button(page, "Skapa patient").click();
        assertThat(page.getByText("Patienten är skapad. Välj besökstyp.")).isVisible();
        assertThat(page.getByText("22790814AA01")).isVisible();
        Browser.picture(page, "create-done");
        page.locator("#types button").first().click();

        page.getByLabel("Sökorsak").fill("Aknebesvär");
        page.getByLabel("Datum").fill(LocalDate.now().plusDays(1).toString());
        page.getByLabel("Tid").fill("13:40");
        page.keyboard().press("Escape");
        button(page, "Nästa").click();
        assertThat(page.getByText("Patienten behöver tolk")).isVisible();
        Browser.isForEveryone(page, "step 2 with a need of an interpreter");
        Browser.picture(page, "create-interpreter");
        button(page, "Nästa").click();
        button(page, "Skapa och skicka inbjudningar").click();
        assertThat(page.getByText("Alla inbjudningar har skickats")).isVisible();
        Browser.close(page);
    }

    @Test
    void theNameAndTheGuardiansComeFromThePopulationRegister() {
        var page = Browser.desktop(port);
        page.navigate("/login");
        button(page, "Anna Lindgren").first().click();
        page.navigate("/bookings/new");
        page.getByLabel("Sök patient").fill(number(15, MonthDay.of(8, 26), "239"));
        button(page, "Skapa patient").click();
        assertThat(page.getByText("Namnet är hämtat från folkbokföringen.")).isVisible();
        assertThat(page.getByLabel("Förnamn")).hasValue("Vidar");
        assertThat(page.getByLabel("Efternamn")).hasValue("Sjögren");
        Browser.isForEveryone(page, "a patient known to the register");
        button(page, "Skapa patient").click();
        assertThat(page.getByText("Patienten är skapad.")).isVisible();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Linnea Sjögren"))
                .check();
        assertThat(page.locator("#fits")).containsText("Passar bäst: Videomöte, egen profil, skapad av vårdpersonal.");
        Browser.picture(page, "create-registered-child");
        Browser.close(page);
    }

    /** Of the demo's register: so old, born on that day, with that birth number. */
    private static String number(int age, MonthDay birthday, String birthNumber) {
        var today = LocalDate.now();
        boolean toCome = birthday.atYear(today.getYear()).isAfter(today);
        var begin = birthday.atYear(today.getYear() - age - (toCome ? 1 : 0))
                        .toString()
                        .replace("-", "")
                + birthNumber;
        for (char last = '0'; last <= '9'; last++) if (Personnummer.valid(begin + last)) return begin + last;
        throw new AssertionError(begin);
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
