package se.vardrum.visit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;
import se.vardrum.World;

/** What becomes of a place in another browser, without the server, and by the clock alone. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, WaitingRoom.class, DemoVisits.class})
class WaitingPlaceBrowserTests extends WaitingRoomTest {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theLinkInAnotherBrowserWaitsAndTakesThePlaceWhenTheFirstIsGone(String language) {
        var t = new Words(language);
        var visit = room.booked(in(5), t.erik());
        var first = comes(visit, t);
        says(first, t.of("Besöket börjar ", "The visit starts at "), "", language);
        var second = comes(visit, t);
        says(
                second,
                t.of("Länken är öppen i en annan webbläsare", "The link is open in another browser"),
                "waiting-other",
                language);
        Browser.close(first);
        says(second, t.of("Besöket börjar ", "The visit starts at "), "", language);
        cancel.cancel(world.anna, visit, "sjuk");
        assertThat(second.locator("#over-title")).hasText(t.of("Besöket är avbokat", "The visit is cancelled"));
        WaitingRoom.look(second, "waiting-cancelled-" + language);
        Browser.close(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whoeverIsSignedInIsAskedOnceAndGoesOnHere(String language) {
        var t = new Words(language);
        var later = in(300 + 40 * RUNS.getAndIncrement());
        var visit = people.book("Eva Holm", "Jake Nordin", later, List.of());
        var phone = patient(visit, t);
        button(phone, t.of("Gå med", "Join")).click();
        says(phone, t.of("Du är tidig", "You are early"), "", language);
        var laptop = patient(visit, t);
        button(laptop, t.of("Gå med", "Join")).click();
        var here = button(laptop, t.of("Fortsätt här", "Continue here"));
        assertThat(here).isVisible();
        WaitingRoom.look(laptop, "waiting-elsewhere-" + language);
        here.click();
        says(laptop, t.of("Du är tidig", "You are early"), "", language);
        assertThat(phone.locator("#over-title"))
                .hasText(t.of("Besöket är öppet på ett annat ställe", "The visit is open somewhere else"));
        WaitingRoom.look(phone, "waiting-replaced-" + language);
        button(phone, t.of("Fortsätt här", "Continue here")).click();
        says(phone, t.of("Du är tidig", "You are early"), "", language);
        assertThat(laptop.locator("#over-title")).isVisible();
        Browser.close(phone, laptop);
        cancel.cancel(people.staff("Eva Holm").actor(), visit, "prov");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void withoutTheServerForHalfAMinuteThatIsSaid(String language) {
        var t = new Words(language);
        var visit = room.booked(in(5), t.erik());
        var erik = WaitingRoom.watched(Browser.phone(port));
        erik.clock().install();
        erik.routeWebSocket(java.util.regex.Pattern.compile(".*/live.*"), socket -> {
            var server = socket.connectToServer();
            this.cut = () -> {
                socket.close();
                server.close();
            };
        });
        joins(erik, visit, t);
        says(erik, t.of("Besöket börjar ", "The visit starts at "), "", language);
        erik.routeWebSocket(java.util.regex.Pattern.compile(".*/live.*"), socket -> socket.close());
        cut.run();
        assertThat(erik.locator("#offline")).isVisible();
        erik.clock().fastForward(31_000);
        says(erik, t.of("Vi når inte besöket just nu", "We cannot reach the visit just now"), "waiting-away", language);
        Browser.close(erik);
    }

    @Test
    void theClockAloneTurnsEarlyIntoWaiting() {
        var t = new Words("sv");
        var visit = room.booked(Instant.now().plusSeconds(15 * 60 + 12), t.erik());
        var erik = comes(visit, t);
        says(erik, "Du är tidig", "", "sv");
        says(erik, "Besöket börjar ", "", "sv");
        Browser.close(erik);
    }

    @Test
    void whoeverMeetsAnotherThanTheBookedOneComesInByItselfAfterAWhile() {
        var t = new Words("sv");
        var visit = room.booked(in(5), t.erik());
        start.start(world.daniel, visit);
        var erik = comes(visit, t);
        assertThat(erik.locator("#instead")).isVisible();
        assertThat(erik.locator("#room")).isHidden();
        assertThat(erik.locator("#room")).isVisible();
        erik.reload();
        assertThat(erik.locator("#room")).isVisible();
        assertThat(erik.locator("#instead")).isHidden();
        Browser.close(erik);
    }
}
