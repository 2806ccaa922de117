package se.vardrum.visit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;
import se.vardrum.World;

/** Every state of the waiting room, caused as it comes about, in both languages and at three widths. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, WaitingRoom.class, DemoVisits.class})
class WaitingRoomBrowserTests extends WaitingRoomTest {

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void beforeTheStartOneReadsWhatIsTrueAndNothingElse(String language) {
        var t = new Words(language);
        var visit = room.booked(World.inDays(1), t.erik());
        var erik = comes(visit, t);
        says(erik, t.of("Du är tidig", "You are early"), "waiting-early-far", language);
        assertThat(erik.locator("#waiting-text")).containsText(t.of("Besöket är ", "The visit is "));
        assertThat(erik.locator("#waiting-leave"))
                .hasText(t.of(
                        "Du kan lämna och komma tillbaka. Vi skickar ett sms när det börjar.",
                        "You can leave and come back. We send a text message when it starts."));
        assertThat(WaitingRoom.seen(erik, "awake")).as("screens kept awake").isEqualTo(1);

        room.move(visit, in(40));
        says(erik, t.of("Besöket är flyttat", "The visit has been moved"), "waiting-moved", language);
        assertThat(erik.locator("#waiting-text")).containsText(t.of("Ny tid: ", "New time: "));
        erik.reload();
        says(erik, t.of("Du är tidig", "You are early"), "waiting-early", language);
        assertThat(erik.locator("#waiting-text")).containsText(t.of("Besöket börjar ", "The visit starts at "));

        room.move(visit, in(10));
        erik.reload();
        says(erik, t.of("Besöket börjar ", "The visit starts at "), "waiting-waiting", language);
        assertThat(erik.locator("#waiting-who"))
                .hasText(t.of(world.anna.name() + " startar besöket.", world.anna.name() + " starts the visit."));
        assertThat(erik.locator("#waiting-kept")).isVisible();

        keep.write(world.anna, visit, null, t.of("Ha dina mediciner framme.", "Have your medicines at hand."));
        assertThat(erik.locator("#waiting-note"))
                .containsText(t.of("Ha dina mediciner framme.", "Have your medicines at hand."));
        says(erik, t.of("Besöket börjar ", "The visit starts at "), "waiting-note", language);
        assertThat((int) WaitingRoom.seen(erik, "sounds")).as("a soft sound").isPositive();
        keep.write(world.anna, visit, null, null);
        assertThat(erik.locator("#waiting-note")).isHidden();

        late.by(Duration.ofMinutes(10), world.anna, visit);
        says(erik, t.of("Besöket blir lite sent", "The visit is a little late"), "waiting-promised", language);
        room.move(visit, in(-5));
        says(erik, t.of("Vi är sena", "We are late"), "waiting-late", language);

        var daniel = room.staffComes(port, visit, world.daniel);
        says(erik, t.of("Vårdpersonalen är här", "The staff are here"), "waiting-opened", language);
        daniel.hangUp();
        says(erik, t.of("Vi är sena", "We are late"), "", language);

        keep.write(world.anna, visit, ReadyNote.TROUBLE, null);
        says(erik, t.of("Vi har ett tekniskt fel", "We have a technical fault"), "waiting-fault", language);
        keep.write(world.anna, visit, null, null);
        says(erik, t.of("Vi är sena", "We are late"), "", language);

        button(erik, t.of("Lämna", "Leave")).click();
        assertThat(erik.locator("#over-text"))
                .hasText(t.of(
                        "Din plats är kvar. Vi skickar ett sms när besöket börjar.",
                        "Your place is kept. We send a text message when the visit starts."));
        WaitingRoom.look(erik, "waiting-left-" + language);
        assertThat(WaitingRoom.seen(erik, "awake")).as("screens kept awake").isEqualTo(0);
        Browser.close(erik);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void fromTheStartToTheEndOneReadsWhatHappens(String language) {
        var t = new Words(language);
        var visit = room.booked(in(5), t.erik());
        var erik = comes(visit, t);
        var tolk = WaitingRoom.watched(Browser.phone(port));
        speaks(tolk, language);
        tolk.navigate(room.general(visit));
        tolk.locator("#name").fill("Tove Tolk");
        tolk.locator("#role").fill("Tolk");
        button(tolk, t.of("Gå med", "Join")).click();
        says(tolk, t.of("Besöket börjar ", "The visit starts at "), "waiting-general", language);
        assertThat(tolk.locator("#waiting-who"))
                .hasText(t.of(world.anna.name() + " släpper in dig.", world.anna.name() + " lets you in."));
        assertThat(tolk.locator("#waiting-leave")).not().containsText("sms");

        start.start(world.daniel, visit);
        var title = t.of(
                "Du träffar %s, sjuksköterska, i stället för %s.", "You will meet %s, sjuksköterska, instead of %s.");
        assertThat(erik.locator("#instead-title")).hasText(title.formatted(world.daniel.name(), world.anna.name()));
        assertThat(erik.locator("#instead-title")).isFocused();
        Browser.axe(erik, "instead");
        Browser.picture(erik, "waiting-instead-" + language + "-390");
        button(erik, t.of("Gå in", "Go in")).click();
        assertThat(erik.locator("#room")).isVisible();
        assertThat(titles(erik)).contains(t.of("Du släpps in", "You are being let in"));

        says(tolk, t.of("Besöket har börjat", "The visit has started"), "waiting-knocking", language);
        admit.refuse(world.daniel, visit, arrival(visit, "Tove Tolk"));
        assertThat(tolk.locator("#over-title")).hasText(t.of("Du är inte insläppt", "You have not been let in"));
        WaitingRoom.look(tolk, "waiting-refused-" + language);
        admit.takeBack(world.daniel, visit, arrival(visit, "Tove Tolk"));
        says(tolk, t.of("Besöket har börjat", "The visit has started"), "", language);
        var before = (int) WaitingRoom.seen(tolk, "sounds");
        tolk.evaluate(
                "() => sessionStorage.setItem('vardrum.instead.' + document.getElementById('call').dataset.visit, '"
                        + world.daniel.name() + "')");
        admit.admit(world.daniel, visit, arrival(visit, "Tove Tolk"));
        assertThat(tolk.locator("#room")).isVisible();
        assertThat(titles(tolk)).contains(t.of("Du släpps in", "You are being let in"));
        assertThat(WaitingRoom.seen(tolk, "states").toString()).contains(t.of("Du släpps in", "You are being let in"));
        assertThat((int) WaitingRoom.seen(tolk, "sounds")).as("a sound").isGreaterThan(before);

        admit.sendBack(world.daniel, visit, arrival(visit, "Erik Sjö"));
        says(erik, t.of("Du väntar utanför en stund", "You wait outside for a while"), "waiting-held", language);
        admit.admit(world.daniel, visit, arrival(visit, "Erik Sjö"));
        assertThat(erik.locator("#room")).isVisible();

        admit.remove(world.daniel, visit, arrival(visit, "Tove Tolk"));
        assertThat(tolk.locator("#over-title"))
                .hasText(t.of("Du är inte längre med i besöket", "You are no longer in the visit"));
        WaitingRoom.look(tolk, "waiting-removed-" + language);
        end.end(world.daniel, visit);
        assertThat(erik.locator("#over-title")).hasText(t.of("Besöket är avslutat", "The visit has ended"));
        WaitingRoom.look(erik, "waiting-ended-" + language);
        Browser.close(erik, tolk);
    }
}
