package se.vardrum.visit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.CancelAppointment;

/** Every state of the waiting room, caused as it comes about, in both languages and at three widths. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, WaitingRoom.class, DemoVisits.class})
class WaitingRoomBrowserTests {

    /** Nobody has two visits at once, not even in a repeated test. */
    private static final AtomicInteger RUNS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    DemoVisits people;

    @Autowired
    World world;

    @Autowired
    WaitingRoom room;

    @Autowired
    Visits visits;

    @Autowired
    StartVisit start;

    @Autowired
    EndVisit end;

    @Autowired
    Admit admit;

    @Autowired
    KeepDoor keep;

    @Autowired
    BeLate late;

    @Autowired
    CancelAppointment cancel;

    @BeforeEach
    void begin() {
        world.begin();
    }

    @AfterEach
    void noComplaints() {
        Browser.complainedOfNothing();
    }

    private record Words(String language) {

        String of(String swedish, String english) {
            return language.equals("sv") ? swedish : english;
        }

        Guest erik() {
            return new Guest("Erik", "Sjö", "+46701740610", null, language);
        }
    }

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

    private Runnable cut = () -> {};

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

    private static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MINUTES);
    }

    private Page comes(AppointmentId visit, Words t) {
        var page = WaitingRoom.watched(Browser.phone(port));
        joins(page, visit, t);
        return page;
    }

    private void joins(Page page, AppointmentId visit, Words t) {
        page.navigate(room.personal(visit));
        button(page, t.of("Gå med", "Join")).click();
    }

    private Page patient(AppointmentId visit, Words t) {
        var page = WaitingRoom.signedIn(
                WaitingRoom.watched(Browser.phone(port)),
                people.patient("Jake Nordin").person().value());
        speaks(page, t.language());
        page.navigate("/mina/visits/" + visit.value());
        return page;
    }

    private void speaks(Page page, String language) {
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("language", language)
                        .setUrl("http://localhost:" + port)));
    }

    /** That state, and where it has a picture: clean and looked at. */
    private static void says(Page page, String title, String picture, String language) {
        assertThat(page.locator("#waiting-title")).containsText(title);
        assertThat(page.locator("#waiting-title")).isVisible();
        if (!picture.isEmpty()) WaitingRoom.look(page, picture + "-" + language);
    }

    private static String titles(Page page) {
        return WaitingRoom.seen(page, "titles").toString();
    }

    private ArrivalId arrival(AppointmentId visit, String name) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
