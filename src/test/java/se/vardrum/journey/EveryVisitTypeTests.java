package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;

/** Each type of visit from its booking to the end of its call, and the page where a unit changes them. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18082", "vardrum.url=http://localhost:18082"})
@Import(DemoVisits.class)
class EveryVisitTypeTests {

    private static final String LATER = "Länken delas när besöket har startat.";

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    /** What differs: when there are links, and who words the heading. */
    enum Type {
        VIDEO_VISIT("Videobesök", false, false),
        VIDEO_MEETING("Videomöte", false, false),
        VIDEO_CALL("Videosamtal", false, false),
        SCHEDULED("Schemalagt", true, false),
        SCHEDULED_FREE("Schemalagd fri", true, true);

        private final String name;
        private final boolean linksLater;
        private final boolean free;

        Type(String name, boolean linksLater, boolean free) {
            this.name = name;
            this.linksLater = linksLater;
            this.free = free;
        }

        String heading() {
            return free ? "Genomgång inför hösten" : "Aknebesvär";
        }

        /** Nobody has the same name as in another of these visits. */
        String guest() {
            return "Erik Sjö" + name().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "");
        }
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void fromTheBookingToTheEndOfTheCall(Type type) {
        var anna = signedIn("Anna Lindgren");
        book(anna, type);
        var early = done(anna, type);
        var visit = anna.url();

        var jake = signedIn("Jake Nordin");
        assertThat(jake.getByText(type.heading()).first()).isVisible();
        jake.navigate("/mina" + path(visit));
        button(jake, "Gå med").click();
        assertThat(jake.getByText("Du är i väntrummet")).isVisible();

        var list = anna.context().newPage();
        list.navigate(visit);
        button(anna, "Starta besöket").click();
        button(anna, "Gå med").click();
        assertThat(tiles(anna)).hasCount(2);

        assertThat(list.locator("li", new Page.LocatorOptions().setHasText(type.guest()))
                        .getByText(Pattern.compile("Sms (skickat|levererat)")))
                .isVisible();
        var erik = Browser.phone(port);
        erik.navigate(linkOf(type.guest()));
        button(erik, "Gå med").click();
        assertThat(tiles(erik)).hasCount(3);
        assertThat(erik.content()).doesNotContain("Jake", "Nordin", type.heading());

        button(anna, "Dela en länk").click();
        var general = anna.getByLabel("Generell länk");
        assertThat(general).isVisible();
        assertThat(general).hasValue(Pattern.compile("http://localhost:18082/b/\\w{22}"));
        if (!type.linksLater) assertThat(general).hasValue(early);
        if (type == Type.SCHEDULED) {
            Browser.isForEveryone(anna, "call with the link to share");
            Browser.picture(anna, "call-share");
        }
        if (type.linksLater) knock(anna, general.inputValue());

        button(anna, "Avsluta besöket").first().click();
        button(anna, "Avsluta besöket").last().click();
        for (var page : List.of(anna, jake, erik))
            assertThat(page.getByText("Besöket är avslutat").first()).isVisible();
        Browser.close(anna, jake, erik);
        Browser.complainedOfNothing();
    }

    @Test
    void karinChangesATypeAndAddsOneAndBothAreChosenFrom() {
        var karin = signedIn("Karin Sund");
        link(karin, "Besökstyper").click();
        assertThat(heading(karin, "Besökstyper")).isVisible();
        Browser.isForEveryone(karin, "visit types of the unit");
        Browser.picture(karin, "unit-types");

        press(link(karin, "Lägg till besökstyp"));
        assertThat(heading(karin, "Lägg till besökstyp")).isVisible();
        press(button(karin, "Spara"));
        assertThat(karin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Skriv ett namn"))
                        .first())
                .isVisible();
        Browser.isForEveryone(karin, "a visit type with problems");
        Browser.picture(karin, "unit-type");
        karin.getByLabel("Namn på svenska").fill("Gruppsamtal");
        karin.getByLabel("Namn på engelska").fill("Group call");
        karin.getByLabel("Beskrivning på svenska").fill("Flera kollegor och en patient.");
        karin.getByLabel("Beskrivning på engelska").fill("Several colleagues and a patient.");
        karin.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Gäster"))
                .focus();
        karin.keyboard().press("Space");
        press(button(karin, "Spara"));
        assertThat(karin.getByText("Besökstypen är sparad.")).isVisible();

        karin.navigate(
                "/bookings/new?patient=" + people.patient("Jake Nordin").id().value());
        button(karin, "Gruppsamtal").click();
        assertThat(heading(karin, "Skapa ett nytt besök: Gruppsamtal")).isVisible();
        reason(karin);
        when(karin, "16:30");
        button(karin, "Nästa").click();
        assertThat(karin.getByText("Besökstypen Gruppsamtal har inga gäster. Du kan lägga till vårdpersonal."))
                .isVisible();
        assertThat(karin.getByRole(AriaRole.TAB)).hasText(new String[] {"Vårdpersonal", "Tolk"}); // decision 0017
        Browser.isForEveryone(karin, "step 2 without guests");
        Browser.close(karin);
        Browser.complainedOfNothing();
    }

    private void book(Page anna, Type type) {
        anna.navigate(
                "/bookings/new?patient=" + people.patient("Jake Nordin").id().value());
        button(anna, type.name).click();
        assertThat(heading(
                        anna,
                        type == Type.VIDEO_VISIT ? "Skapa ett nytt videobesök" : "Skapa ett nytt besök: " + type.name))
                .isVisible();
        if (type.free) {
            anna.getByLabel("Rubrik").fill(type.heading());
            Browser.isForEveryone(anna, "step 1 with a free heading");
        } else reason(anna);
        when(anna, "%02d:00".formatted(8 + type.ordinal()));
        button(anna, "Nästa").click();
        anna.getByLabel("Förnamn").fill(type.guest().split(" ")[0]);
        anna.getByLabel("Efternamn").fill(type.guest().split(" ")[1]);
        anna.getByLabel("Mobilnummer").fill("070-174 06 90");
        button(anna, "Lägg till").click();
        assertThat(anna.getByText("Deltagare (3)")).isVisible();
        button(anna, "Nästa").click();
        assertThat(heading(anna, "Det här skickas")).isVisible();
        var previews = anna.locator(".preview");
        assertThat(previews).hasCount(type.linksLater ? 1 : 2);
        if (type.linksLater)
            assertThat(anna.getByText("Gästerna får sina länkar när besöket startar."))
                    .isVisible();
        button(anna, "Skapa och skicka inbjudningar").click();
    }

    /** The page after the booking and the visit's own; the general link, or empty before the start. */
    private String done(Page anna, Type type) {
        assertThat(anna.getByText("Alla inbjudningar har skickats")).isVisible();
        var link = anna.getByLabel("Dela en länk till det här videosamtalet");
        var early = "";
        if (type.linksLater) {
            assertThat(anna.getByText(LATER)).isVisible();
            assertThat(link).hasCount(0);
            Browser.isForEveryone(anna, "done, links later");
        } else early = link.inputValue();
        link(anna, "Gå till besöket").click();
        assertThat(heading(anna, type.heading())).isVisible();
        assertThat(anna.getByText(type.name + ",").first()).isVisible();
        if (type.linksLater) {
            assertThat(anna.getByText(LATER)).isVisible();
            assertThat(anna.getByText("Länk vid start")).isVisible();
            Browser.isForEveryone(anna, "visit, links later");
        }
        return early;
    }

    /** By the general link, which was shared out of the running visit. */
    private void knock(Page anna, String general) {
        var tolk = Browser.desktop(port);
        tolk.navigate(general);
        tolk.getByLabel("Ditt namn").fill("Tove Tolk");
        tolk.getByLabel("Din roll").fill("Tolk");
        button(tolk, "Gå med").click();
        button(anna, "Släpp in").click();
        assertThat(tiles(tolk)).hasCount(4);
        Browser.close(tolk);
    }

    private static void reason(Page page) {
        page.getByLabel("Sökorsak").fill("finnar");
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Aknebesvär"))
                .click();
    }

    private static void when(Page page, String time) {
        page.getByLabel("Datum").fill(LocalDate.now().plusDays(2).toString());
        page.getByLabel("Tid").fill(time);
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

    /** By keyboard. */
    private static void press(Locator wanted) {
        wanted.focus();
        wanted.page().keyboard().press("Enter");
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/visits/"));
    }

    private static Locator tiles(Page page) {
        return page.locator("#tiles [data-participant] video");
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Page page, String name) {
        var types = List.of("Videobesök", "Videomöte", "Videosamtal", "Schemalagt", "Schemalagd fri", "Gruppsamtal");
        return types.contains(name)
                ? page.locator("button.choice", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + name)))
                : page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }
}
