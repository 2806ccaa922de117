package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.Browser;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.invitation.Links;

/** What browser tests of the waiting room and of the panel have in common: a visit at any time, and those who come to it. */
@TestComponent
class WaitingRoom {

    /** Counts sounds and screens kept awake, and keeps what the title and the state said for however short a moment. */
    private static final String WATCH = """
            window.seen = { titles: [], states: [], sounds: 0, awake: 0 };
            const Real = window.AudioContext;
            window.AudioContext = class extends Real {
              createOscillator() { window.seen.sounds++; return super.createOscillator(); }
            };
            if (navigator.wakeLock) navigator.wakeLock.request = async () => {
              window.seen.awake++;
              return { released: false, release: async function () { this.released = true; window.seen.awake--; } };
            };
            new MutationObserver(() => {
              const state = document.getElementById('waiting-title')?.textContent;
              if (window.seen.titles.at(-1) !== document.title) window.seen.titles.push(document.title);
              if (state && window.seen.states.at(-1) !== state) window.seen.states.push(state);
            }).observe(document, { subtree: true, childList: true, characterData: true });
            """;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    LiveVisits live;

    @Autowired
    JdbcClient sql;

    AppointmentId booked(Instant from, Guest... guests) {
        var visit = world.booked(
                world.anna,
                world.request(world.jake, World.slot(World.inDays(1)), java.util.List.of(guests), world.daniel));
        move(visit, from);
        return visit;
    }

    /** There is no use case yet that moves a visit. */
    void move(AppointmentId visit, Instant from) {
        sql.sql("update appointment set during = tstzrange(:from, :to) where id = :id")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(from.plus(Duration.ofMinutes(30))))
                .param("id", visit.value())
                .update();
        sql.sql("update visit set promised_at = null, times_late = 0 where appointment_id = :id")
                .param("id", visit.value())
                .update();
        live.changed(visit);
    }

    /** So long ago somebody began to wait. */
    void waitsSince(ArrivalId who, AppointmentId visit, Duration ago) {
        sql.sql("update arrival set since = :since where id = :id")
                .param("since", Timestamp.from(Instant.now().minus(ago)))
                .param("id", who.value())
                .update();
        live.changed(visit);
    }

    String personal(AppointmentId visit) {
        return path(links.personal(visit).values().iterator().next());
    }

    String general(AppointmentId visit) {
        return path(links.general(visit).orElseThrow());
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/b/"));
    }

    static Page watched(Page page) {
        page.context().addInitScript(WATCH);
        return page;
    }

    static Object seen(Page page, String what) {
        return page.evaluate("what => window.seen[what]", what);
    }

    /** Signed in as one of the world's people. */
    static Page signedIn(Page page, UUID id) {
        page.navigate("/login");
        var ok = page.evaluate("""
                async id => (await fetch('/login/demo', {
                  method: 'POST',
                  headers: { 'X-XSRF-TOKEN': document.querySelector('meta[name="csrf"]').content },
                  body: new URLSearchParams({ id }),
                })).ok
                """, id.toString());
        assertThat(ok).as("signed in").isEqualTo(true);
        return page;
    }

    /** Comes by the general link, and is connected. */
    Visitor.Socket comes(int port, AppointmentId visit, String name, String role) {
        var visitor = new Visitor(port);
        visitor.get(general(visit));
        assertThat(visitor.call(general(visit), "name", name, "role", role).status())
                .isEqualTo(200);
        return socket(visitor, visit);
    }

    /** By the guest's own link. */
    Visitor.Socket guestComes(int port, AppointmentId visit) {
        var visitor = new Visitor(port);
        visitor.get(personal(visit));
        assertThat(visitor.call(personal(visit)).status()).isEqualTo(200);
        return socket(visitor, visit);
    }

    Visitor.Socket staffComes(int port, AppointmentId visit, Actor.Staff who) {
        var visitor = new Visitor(port);
        visitor.get("/login");
        visitor.post("/login/demo", "id", who.role().toString());
        visitor.get("/visits/" + visit.value() + "/call");
        assertThat(visitor.call("/visits/" + visit.value() + "/arrive").status())
                .isEqualTo(200);
        return socket(visitor, visit);
    }

    private static Visitor.Socket socket(Visitor visitor, AppointmentId visit) {
        var page = UUID.randomUUID().toString().substring(0, 12);
        var socket = visitor.socket("/visits/" + visit.value() + "/live?page=" + page);
        assertThat(socket).isNotNull();
        return socket;
    }

    /** At each width clean for axe, without scrolling sideways, and a picture to look at. */
    static void look(Page page, String name) {
        for (int width : new int[] {1280, 390, 320}) {
            page.setViewportSize(width, width == 1280 ? 840 : width * 2);
            Browser.axe(page, name + " at " + width + " px");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("%s scrolls sideways at %d px", name, width)
                    .isEqualTo(true);
            Browser.picture(page, name + "-" + width);
        }
    }
}
