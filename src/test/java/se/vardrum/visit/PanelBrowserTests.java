package se.vardrum.visit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
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
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;

/** What staff see and do at the door from the call's own page. */
@Tag("browser")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({World.class, WaitingRoom.class})
class PanelBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    WaitingRoom room;

    @Autowired
    Visits visits;

    @Autowired
    StartVisit start;

    @Autowired
    KeepDoor keep;

    private AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = room.booked(Instant.now().plusSeconds(300), World.ERIK);
    }

    @AfterEach
    void noComplaints() {
        Browser.complainedOfNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void beforeTheStartStaffSeeWhoWaits(String language) {
        var sv = language.equals("sv");
        var anna = anna(language);
        button(anna, sv ? "Gå med" : "Join").click();
        assertThat(anna.locator("#lobby-waiting-title")).hasText(sv ? "Ingen väntar ännu" : "Nobody waits yet");
        room.comes(port, visit, "Tove Tolk", "Tolk");
        var row = anna.locator("#lobby-waiting-list li");
        assertThat(row).containsText("Tove Tolk");
        assertThat(row).containsText(sv ? "Tolk, via länk · generell länk · sedan " : "since ");
        WaitingRoom.look(anna, "panel-lobby-" + language);
        Browser.close(anna);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whoWaitsIsSeenHeardAndAnswered(String language) {
        var sv = language.equals("sv");
        start.start(world.anna, visit);
        var anna = inCall(language);
        room.comes(port, visit, "Tove Tolk", "Tolk");
        var card = anna.locator("#knocks-list li");
        assertThat(card).containsText("Tove Tolk");
        assertThat(card).containsText(sv ? "har just kommit" : "has just come");
        assertThat(anna).hasTitle(Pattern.compile(sv ? "^\\(1 väntar\\) " : "^\\(1 waiting\\) "));
        assertThat((int) WaitingRoom.seen(anna, "sounds")).as("a sound").isPositive();

        room.waitsSince(arrival("Tove Tolk"), visit, Duration.ofMinutes(6));
        assertThat(card).containsText(sv ? "väntat länge, 6 min" : "waited long, 6 min");
        assertThat(card.locator(".ds-tag")).hasAttribute("data-color", "warning");
        room.waitsSince(arrival("Tove Tolk"), visit, Duration.ofMinutes(16));
        assertThat(card).containsText(sv ? "väntat mycket länge, 16 min" : "waited very long, 16 min");
        assertThat(card.locator(".ds-tag")).hasAttribute("data-color", "danger");
        look(anna, "panel-waits-" + language);

        button(card, sv ? "Neka" : "Refuse").click();
        dialog(anna, sv ? "Neka" : "Refuse").click();
        assertThat(card).hasCount(0);
        assertThat(anna).not().hasTitle(Pattern.compile("^\\("));
        anna.locator("#refused-title").focus();
        anna.keyboard().press("Enter");
        var undo = button(anna, sv ? "Ångra" : "Undo");
        assertThat(undo).isVisible();
        look(anna, "panel-refused-" + language);
        undo.click();
        assertThat(card).containsText("Tove Tolk");

        button(card, sv ? "Släpp in" : "Admit").click();
        assertThat(card).hasCount(0);
        var inside = inside(anna, "Tove Tolk");
        button(inside, sv ? "Låt vänta" : "Ask to wait").click();
        assertThat(card).containsText(sv ? "väntar utanför" : "waits outside");
        assertThat(anna).not().hasTitle(Pattern.compile("^\\("));
        look(anna, "panel-held-" + language);
        button(card, sv ? "Släpp in" : "Admit").click();
        button(inside, sv ? "Ta bort" : "Remove").click();
        assertThat(anna.locator("#sure-text")).containsText(sv ? "kan inte komma tillbaka" : "cannot come back");
        look(anna, "panel-put-out-" + language);
        dialog(anna, sv ? "Ta bort" : "Remove").click();
        assertThat(inside).hasCount(0);
        assertThat(card).hasCount(0);
        Browser.close(anna);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theDoorIsLockedAndHasANoteOnIt(String language) {
        var sv = language.equals("sv");
        start.start(world.anna, visit);
        var anna = inCall(language);
        button(anna, sv ? "Lås dörren" : "Lock the door").click();
        var lock = anna.locator("#lock-text");
        assertThat(lock).containsText(sv ? "Dörren är låst" : "The door is locked");
        room.guestComes(port, visit);
        assertThat(anna.locator("#knocks-list li")).containsText("Erik Sjö");
        button(anna, sv ? "Lås upp" : "Unlock").click();
        assertThat(lock).containsText(sv ? "Inbjudna kommer in" : "Those invited come in");

        anna.locator("#note summary").click();
        button(anna, sv ? "Vi är strax hos dig." : "We will be with you shortly.")
                .or(anna.locator("[data-ready=SOON]"))
                .first()
                .click();
        var note = anna.locator("#note-now");
        assertThat(note).isVisible();
        assertThat(note).containsText(anna.locator("[data-ready=SOON]").textContent());
        look(anna, "panel-note-" + language);
        anna.locator("#note-own").fill("Vi dröjer fem minuter.");
        anna.locator("#note-own").press("Enter");
        assertThat(note).containsText("Vi dröjer fem minuter.");
        assertThat(anna.locator("#note-own")).hasValue("");
        button(note, sv ? "Ta bort" : "Take away").click();
        assertThat(note).isHidden();
        Browser.close(anna);
    }

    @Test
    void aKnockSoundsUntilItIsSeenToAndCanBeSwitchedOff() {
        start.start(world.anna, visit);
        var anna = WaitingRoom.watched(Browser.desktop(port));
        anna.clock().install();
        signIn(anna, "sv");
        button(anna, "Gå med").click();
        assertThat(anna.locator("#inside-list li")).hasCount(1);
        room.comes(port, visit, "Tove Tolk", "Tolk");
        assertThat(anna.locator("#knocks-list li")).hasCount(1);
        var first = sounds(anna);
        assertThat(first).isPositive();
        anna.clock().fastForward(20_500);
        assertThat(sounds(anna)).as("again after 20 s").isGreaterThan(first);
        anna.getByLabel("Ljud när någon väntar").uncheck();
        var then = sounds(anna);
        anna.clock().fastForward(20_500);
        assertThat(sounds(anna)).as("switched off").isEqualTo(then);
        anna.reload();
        assertThat(anna.locator("#knocks-list li")).hasCount(1);
        assertThat(anna.getByLabel("Ljud när någon väntar")).not().isChecked();
        assertThat(sounds(anna)).isZero();
        Browser.close(anna);
    }

    @Test
    void byKeyboardOnAPhoneAndTheFocusIsNeverLost() {
        start.start(world.anna, visit);
        var anna = inCall("sv");
        anna.setViewportSize(320, 640);
        room.comes(port, visit, "Tove Tolk", "Tolk");
        room.comes(port, visit, "Adam Anhörig", "Anhörig");
        var cards = anna.locator("#knocks-list li");
        assertThat(cards).hasCount(2);
        button(cards.first(), "Släpp in").focus();
        anna.keyboard().press("Enter");
        assertThat(cards).hasCount(1);
        assertThat(anna.locator("#knocks-title")).isFocused();
        button(anna, "Deltagare").focus();
        anna.keyboard().press("Enter");
        var hold = button(inside(anna, "Tove Tolk"), "Låt vänta");
        hold.focus();
        keep.lock(world.daniel, visit, true);
        assertThat(anna.locator("#lock-text")).containsText("Dörren är låst");
        assertThat(hold).isFocused();
        Browser.close(anna);
    }

    @Test
    void whoIsPatientOrStaffIsNotPutOutAndARefusalIsSaid() {
        start.start(world.anna, visit);
        room.staffComes(port, visit, world.daniel);
        room.guestComes(port, visit);
        var anna = inCall("sv");
        assertThat(button(inside(anna, "Erik Sjö"), "Ta bort")).isVisible();
        assertThat(inside(anna, world.daniel.name()).getByRole(AriaRole.BUTTON)).hasCount(0);
        var daniel = arrival(world.daniel.name()).value().toString();
        anna.route(
                "**/send-back/*",
                route -> route.resume(new Route.ResumeOptions()
                        .setUrl(route.request().url().replaceFirst("send-back/.*", "put-out/" + daniel))));
        button(inside(anna, "Erik Sjö"), "Låt vänta").click();
        assertThat(anna.locator("#panel-problem")).containsText("kan inte tas bort");
        look(anna, "panel-problem-sv");
        Browser.close(anna);
    }

    private Page anna(String language) {
        var anna = WaitingRoom.watched(Browser.desktop(port));
        signIn(anna, language);
        return anna;
    }

    private void signIn(Page anna, String language) {
        WaitingRoom.signedIn(anna, world.anna.role());
        anna.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("language", language)
                        .setUrl("http://localhost:" + port)));
        anna.navigate("/visits/" + visit.value() + "/call");
    }

    private Page inCall(String language) {
        var anna = anna(language);
        button(anna, language.equals("sv") ? "Gå med" : "Join").click();
        assertThat(anna.locator("#inside-list li").last()).containsText(world.anna.name());
        return anna;
    }

    /** At the narrowest, where it ends, with the panel open and shut. */
    private static void look(Page page, String name) {
        WaitingRoom.look(page, name);
        if (page.locator("dialog[open]").count() == 0) {
            page.locator("#panel-toggle").click();
            Browser.axe(page, name + ", open");
            Browser.picture(page, name + "-open-320");
            page.locator("#panel-toggle").click();
        }
        page.setViewportSize(1280, 840);
    }

    private ArrivalId arrival(String name) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static int sounds(Page page) {
        return (int) WaitingRoom.seen(page, "sounds");
    }

    private static Locator inside(Page page, String name) {
        return page.locator("#inside-list li", new Page.LocatorOptions().setHasText(name));
    }

    private static Locator dialog(Page page, String name) {
        return button(page.getByRole(AriaRole.DIALOG), name);
    }

    private static Locator button(Page page, String name) {
        return button(page.locator("body"), name);
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
