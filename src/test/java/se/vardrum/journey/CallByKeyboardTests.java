package se.vardrum.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;

/** A visit from the door to its end without a mouse, on a laptop's screen at 200 % zoom (which halves it). */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(DemoVisits.class)
class CallByKeyboardTests {

    /** Nobody has two visits at once, not even in a repeated test. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    @Test
    void aVisitByKeyboardAloneAtTwiceTheSize() {
        var soon = Duration.ofMinutes(20 + 40L * RUNS.getAndIncrement());
        var from = Instant.now().plus(soon).truncatedTo(ChronoUnit.MINUTES);
        var visit = people.book("Daniel Ek", "Ove Berg", from, List.of());
        var ove = signedIn("Ove Berg");
        ove.navigate("/mina/visits/" + visit.value());
        press(button(ove, "Gå med"));
        assertThat(ove.getByText("Du är i väntrummet")).isVisible();
        fits(ove, "waiting room");

        var daniel = signedIn("Daniel Ek");
        daniel.navigate("/visits/" + visit.value() + "/call");
        fits(daniel, "door");
        press(button(daniel, "Gå med"));
        press(button(daniel, "Starta besöket"));
        assertThat(daniel.locator("#tiles [data-participant] video")).hasCount(2);
        fits(daniel, "call");

        for (var control : List.of("Mikrofon", "Kamera")) {
            assertThat(button(daniel, control)).hasAttribute("aria-pressed", "true");
            press(button(daniel, control));
            assertThat(button(daniel, control)).hasAttribute("aria-pressed", "false");
            assertThat(button(daniel, control)).isFocused();
        }
        for (var control : daniel.locator(".controls button").all())
            assertThat(control)
                    .isInViewport(new com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions()
                            .setRatio(1));
        Browser.picture(daniel, "call-200-percent");

        press(button(daniel, "Avsluta besöket"));
        assertThat(daniel.getByRole(AriaRole.DIALOG)).isVisible();
        daniel.keyboard().press("Escape");
        assertThat(daniel.getByRole(AriaRole.DIALOG)).isHidden();
        assertThat(button(daniel, "Avsluta besöket")).isFocused();
        daniel.keyboard().press("Enter");
        press(daniel.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Avsluta besöket")));
        for (var page : List.of(daniel, ove))
            assertThat(page.getByText("Besöket är avslutat").first()).isVisible();
        fits(ove, "ended");
        Browser.close(daniel, ove);
        Browser.complainedOfNothing();
    }

    private Page signedIn(String name) {
        var page = Browser.person(port, 640, 420, true);
        page.navigate("/login");
        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first());
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    private static void fits(Page page, String what) {
        Browser.axe(page, what);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s scrolls sideways at 200 %%", what)
                .isEqualTo(true);
    }

    /** Goes there by Tab, and presses Enter. */
    private static void press(Locator wanted) {
        assertThat(wanted).isVisible();
        for (int n = 0; n < 60 && !(Boolean) wanted.evaluate("it => it === document.activeElement"); n++)
            wanted.page().keyboard().press("Tab");
        assertThat(wanted).isFocused();
        wanted.page().keyboard().press("Enter");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
