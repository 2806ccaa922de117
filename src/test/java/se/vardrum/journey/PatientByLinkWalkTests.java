package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vardrum.Browser;

/** Anna books a patient who cannot sign in; the link leads to the waiting room, and she lets in the one she knows. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18084", "vardrum.url=http://localhost:18084"})
class PatientByLinkWalkTests {

    @LocalServerPort
    int port;

    @Test
    void thePatientComesByTheLinkAndIsLetInWhenAnnaKnowsWhoItIs() {
        var anna = Browser.desktop(port);
        anna.navigate("/login");
        button(anna, "Anna Lindgren").click();
        book(anna);
        assertThat(anna.getByText("Alla inbjudningar har skickats")).isVisible();
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Gå till besöket"))
                .click();
        var visit = anna.url();
        var list = anna.context().newPage();
        list.navigate(visit);
        button(anna, "Starta besöket").click();
        button(anna, "Gå med").click();
        assertThat(button(anna, "Avsluta besöket").first()).isVisible();

        var link = linkOf("Hugo Ekdahl");
        var hugo = Browser.phone(port);
        hugo.navigate(link);
        assertThat(hugo.getByText("Patienten").first()).isVisible();
        assertThat(hugo.content()).doesNotContain("Hugo", "Ekdahl", "Akne");
        Browser.isForEveryone(hugo, "door of a patient's link");
        Browser.picture(hugo, "door-patient-link");
        button(hugo, "Gå med").click();
        assertThat(hugo.getByText("Anna Lindgren släpper in dig.")).isVisible();
        assertThat(hugo.content()).doesNotContain("Hugo", "Ekdahl", "Akne");

        assertThat(anna.getByText("Bekräfta vem det är innan du släpper in").first())
                .isVisible();
        assertThat(list.getByText("Bekräfta vem det är innan du släpper in").first())
                .isVisible();
        Browser.isForEveryone(anna, "call with a patient to confirm");
        Browser.picture(anna, "call-confirm");
        button(anna, "Släpp in").click();
        assertThat(tiles(hugo)).hasCount(2);
        assertThat(anna.locator("#tiles [data-participant=\"Hugo Ekdahl\"]")).isVisible();

        var another = Browser.phone(port);
        another.navigate(link);
        button(another, "Gå med").click();
        assertThat(another.getByText("Anna Lindgren släpper in dig.")).isVisible();
        hugo.reload();
        assertThat(tiles(hugo)).hasCount(2);
        assertThat(tiles(another)).hasCount(0);

        button(anna, "Avsluta besöket").first().click();
        button(anna, "Avsluta besöket").last().click();
        for (var page : java.util.List.of(hugo, another))
            assertThat(page.getByText("Besöket är avslutat").first()).isVisible();
        Browser.close(anna, hugo, another);
        Browser.complainedOfNothing();
    }

    /** Repeated runs meet the mark and the visits of earlier ones. */
    private static final AtomicInteger HOUR = new AtomicInteger(8);

    private static void book(Page anna) {
        anna.navigate("/bookings/new");
        anna.getByLabel("Sök patient").fill("Hugo Ekdahl");
        anna.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hugo Ekdahl"))
                .first()
                .click();
        anna.locator("button.choice", new Page.LocatorOptions().setHasText("Videobesök"))
                .click();
        anna.getByLabel("Sökorsak").fill("finnar");
        anna.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Aknebesvär"))
                .click();
        anna.getByLabel("Datum").fill(LocalDate.now().plusDays(3).toString());
        anna.getByLabel("Tid").fill("%02d:30".formatted(HOUR.incrementAndGet()));
        button(anna, "Nästa").click();
        button(anna, "Nästa").click();
        var cannot = anna.getByLabel("Patienten kan inte logga in: skicka en personlig länk i sms:et");
        cannot.uncheck();
        assertThat(anna.locator("#messages").getByText("Logga in:")).isVisible();
        cannot.check();
        assertThat(anna.locator("#messages").getByText("[personlig länk]")).isVisible();
        Browser.isForEveryone(anna, "step 3, a patient who cannot sign in");
        Browser.picture(anna, "step-3-by-link");
        button(anna, "Skapa och skicka inbjudningar").click();
    }

    private String linkOf(String name) {
        var outbox = Browser.desktop(port);
        outbox.navigate("/demo/outbox");
        var href = outbox.locator("article", new Page.LocatorOptions().setHasText(name))
                .getByRole(AriaRole.LINK)
                .first()
                .getAttribute("href");
        Browser.close(outbox);
        return href;
    }

    private static Locator tiles(Page page) {
        return page.locator("#tiles [data-participant] video");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(!name.equals("Anna Lindgren")));
    }
}
