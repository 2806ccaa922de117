package se.vardrum.demo.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.World;
import se.vardrum.appointment.BookAppointment.Guest;

/** The outbox page as whoever tries the demo sees it. */
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"server.port=18081", "vardrum.url=http://localhost:18081"})
@Import(World.class)
class OutboxInBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Test
    void messagesShowUpByThemselvesAndALinkLeadsToTheVisit() {
        var page = Browser.desktop(port);
        page.navigate("/demo/outbox");
        assertThat(page.getByText("Inga meddelanden ännu")).isVisible();
        Browser.isForEveryone(page, "empty outbox");
        Browser.picture(page, "outbox-empty");

        world.begin();
        var karin = new Guest("Karin", "Ström", null, "karin@example.org", "sv");
        world.booked(
                world.anna,
                world.request(world.jake, World.slot(World.inDays(2)), List.of(World.ERIK, karin), world.daniel));
        var letters = page.getByRole(AriaRole.ARTICLE);
        assertThat(letters).hasCount(3);
        var erik = letters.filter(new Locator.FilterOptions().setHasText("Erik Sjö"));
        assertThat(erik).containsText("+46 70 174 06 10");
        Browser.isForEveryone(page, "outbox");
        Browser.picture(page, "outbox");

        erik.getByRole(AriaRole.LINK).click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile("http://localhost:18081/b/[0-9A-Za-z]{22}"));
        Browser.close(page);
        Browser.complainedOfNothing();
    }
}
