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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.vardrum.Browser;
import se.vardrum.DemoVisits;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.CancelAppointment;

/** Somebody in the waiting room, in a real browser and in both languages. */
abstract class WaitingRoomTest {

    /** Nobody has two visits at once, not even in a repeated test. */
    static final AtomicInteger RUNS = new AtomicInteger();

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

    record Words(String language) {

        String of(String swedish, String english) {
            return language.equals("sv") ? swedish : english;
        }

        Guest erik() {
            return new Guest("Erik", "Sjö", "+46701740610", null, language);
        }
    }

    Runnable cut = () -> {};

    static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MINUTES);
    }

    Page comes(AppointmentId visit, Words t) {
        var page = WaitingRoom.watched(Browser.phone(port));
        joins(page, visit, t);
        return page;
    }

    void joins(Page page, AppointmentId visit, Words t) {
        page.navigate(room.personal(visit));
        button(page, t.of("Gå med", "Join")).click();
    }

    Page patient(AppointmentId visit, Words t) {
        var page = WaitingRoom.signedIn(
                WaitingRoom.watched(Browser.phone(port)),
                people.patient("Jake Nordin").person().value());
        speaks(page, t.language());
        page.navigate("/mina/visits/" + visit.value());
        return page;
    }

    void speaks(Page page, String language) {
        page.context()
                .addCookies(List.of(new com.microsoft.playwright.options.Cookie("language", language)
                        .setUrl("http://localhost:" + port)));
    }

    /** That state, and where it has a picture: clean and looked at. */
    static void says(Page page, String title, String picture, String language) {
        assertThat(page.locator("#waiting-title")).containsText(title);
        assertThat(page.locator("#waiting-title")).isVisible();
        if (!picture.isEmpty()) WaitingRoom.look(page, picture + "-" + language);
    }

    static String titles(Page page) {
        return WaitingRoom.seen(page, "titles").toString();
    }

    ArrivalId arrival(AppointmentId visit, String name) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
