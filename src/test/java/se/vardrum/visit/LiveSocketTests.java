package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import se.vardrum.Vardrum;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.page.Site;

/** Speaks the WebSocket directly, as each of those who should get nothing, and as those who should. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class LiveSocketTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Links links;

    @Autowired
    Site site;

    @Autowired
    Appointments appointments;

    @Autowired
    ChangeParticipants change;

    @Autowired
    StartVisit start;

    @Autowired
    EndVisit end;

    @Autowired
    Admit admit;

    @Autowired
    Arrive arrive;

    @Autowired
    ArrivalTable arrivals;

    @Autowired
    Environment env;

    private AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
    }

    /** A guest with a place and a socket. */
    private record Guest(Visitor visitor, ArrivalId place, Visitor.Socket socket) {}

    @Test
    void oneWhoWaitsHearsTheOwnStateAndNothingElse() {
        var erik = byPersonalLink(port);
        start.start(world.anna, visit);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        assertThat(tolk.socket().hears("waiting").path("state").asString()).isEqualTo("KNOCKING");

        tolk.socket().say(signal(erik.place(), "let me in"));
        erik.socket().say(signal(tolk.place(), "are you there"));

        assertThat(tolk.socket().everythingUntilPong())
                .doesNotContain("people", "ice", "signal", "Erik", "are you there");
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("let me in", "Tove");
    }

    @Test
    void whenAdmittedOneHearsWhoIsThereAndSignalsBothWays() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        tolk.socket().hears("waiting");
        admit.admit(world.anna, visit, tolk.place());
        var welcome = tolk.socket().hears("welcome");
        assertThat(welcome.path("people").get(0).path("name").asString()).isEqualTo("Erik Sjö");
        assertThat(erik.socket()
                        .hears("people")
                        .path("people")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Tove Tolk");

        tolk.socket().say(signal(erik.place(), "offer"));
        var heard = erik.socket().hears("signal");
        assertThat(heard.path("body").path("x").asString()).isEqualTo("offer");
        assertThat(heard.path("from").asString()).isEqualTo(tolk.place().value().toString());
    }

    @Test
    void nobodyCanSpeakAsAnother() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        tolk.socket()
                .say("{\"type\":\"signal\",\"from\":\"%s\",\"to\":\"%s\",\"page\":\"x\",\"body\":{\"x\":1}}"
                        .formatted(UUID.randomUUID(), erik.place().value()));
        assertThat(erik.socket().hears("signal").path("from").asString())
                .isEqualTo(tolk.place().value().toString());
    }

    @Test
    void oneWhoIsRefusedOrTakenAwayHearsNothingMore() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        tolk.socket().hears("waiting");
        admit.refuse(world.anna, visit, tolk.place());
        assertThat(tolk.socket().hears("waiting").path("state").asString()).isEqualTo("REFUSED");
        var guest = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        change.remove(world.anna, visit, guest.id());
        assertThat(erik.socket().hears("waiting").path("state").asString()).isEqualTo("REMOVED");

        var late = byGeneralLink(port, "Late");
        admit.admit(world.anna, visit, late.place());
        late.socket().hears("welcome");
        late.socket().say(signal(erik.place(), "secret"));
        erik.socket().say(signal(late.place(), "ghost"));
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("secret", "Late");
        assertThat(late.socket().everythingUntilPong()).doesNotContain("ghost", "Erik");
        assertThat(tolk.socket().everythingUntilPong()).doesNotContain("people", "Late");
    }

    @Test
    void withoutAPlaceThereIsNoSocketAndAPlaceInOneVisitOpensNoOther() {
        assertThat(new Visitor(port).socket(path("page-12345"))).isNull();
        var erik = byPersonalLink(port);
        world.begin();
        visit = world.booked();
        assertThat(erik.visitor().socket(path("page-12345"))).isNull();
    }

    @Test
    void aGuestsPagesAndMessagesHoldNothingOfThePatient() {
        var jake = World.place(arrive.patient(world.signedIn(world.jake), visit, World.browser()));
        arrivals.connected(jake, "page-of-jake", UUID.randomUUID());
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        var people = erik.socket().hears("welcome").path("people");
        assertThat(people.get(0).path("name").asString()).isEqualTo("Patienten");
        var page = erik.visitor().get(path(links.personal(guestId()))).body();
        assertThat(page + erik.socket().everythingUntilPong())
                .doesNotContain("Jake", "Nordin", "Akne", "svart", world.jake.mobile(), world.jake.identityNumber());
    }

    @Test
    void theNewestPageOfAPersonTakesOver() {
        var erik = byPersonalLink(port);
        erik.socket().hears("waiting");
        var second = erik.visitor().socket(path("newer-page-1"));
        second.hears("waiting");
        erik.socket().hears("replaced");
    }

    @RepeatedTest(10) // an end read half would be told as having left
    void theEndIsHeardByAll() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        end.end(world.anna, visit);
        erik.socket().hears("ended");
    }

    @Test
    void oneWhoFallsSilentIsShownSo() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        var tolk = byGeneralLink(port, "Tove Tolk");
        admit.admit(world.anna, visit, tolk.place());
        tolk.socket().hears("welcome");
        erik.socket().hangUp();
        await().until(() -> !tolk.socket()
                .hears("people")
                .path("people")
                .get(0)
                .path("online")
                .asBoolean());
    }

    @Test
    void rubbishClosesTheSocketAndHarmsNoOneElse() {
        start.start(world.anna, visit);
        var erik = byPersonalLink(port);
        erik.socket().hears("welcome");
        var tolk = byGeneralLink(port, "Tove Tolk");
        tolk.socket().say("{not json");
        await().until(tolk.socket()::closed);
        erik.socket().everythingUntilPong();
    }

    @Test
    void twoOnDifferentNodesMeet() {
        var application = new SpringApplication(Vardrum.class);
        try (var other = application.run(
                "--server.port=0",
                "--vardrum.database.url=" + env.getProperty("vardrum.database.url"),
                "--vardrum.database.user=postgres",
                "--vardrum.secret-file=" + env.getProperty("vardrum.secret-file"),
                "--vardrum.demo=true")) {
            int second = Integer.parseInt(other.getEnvironment().getRequiredProperty("local.server.port"));
            start.start(world.anna, visit);
            var erik = byPersonalLink(port);
            erik.socket().hears("welcome");
            var tolk = byGeneralLink(second, "Tove Tolk");
            admit.admit(world.anna, visit, tolk.place());
            tolk.socket().hears("welcome");
            tolk.socket().say(signal(erik.place(), "from afar"));
            assertThat(erik.socket().hears("signal").path("body").path("x").asString())
                    .isEqualTo("from afar");
            erik.socket().say(signal(tolk.place(), "and back"));
            assertThat(tolk.socket().hears("signal").path("body").path("x").asString())
                    .isEqualTo("and back");
        }
    }

    private Guest byPersonalLink(int node) {
        return join(node, links.personal(guestId()), "");
    }

    private se.vardrum.appointment.ParticipantId guestId() {
        return appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Guest byGeneralLink(int node, String name) {
        return join(node, links.general(visit).orElseThrow(), name);
    }

    private Guest join(int node, String link, String name) {
        var visitor = new Visitor(node);
        var path = link.substring(site.url().length());
        assertThat(visitor.get(path).status()).isEqualTo(200);
        var answer =
                visitor.call(path, "name", name, "role", name.isEmpty() ? "" : "tolk", "device", "camera,microphone");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var place = new ArrivalId(UUID.fromString(answer.body().replaceAll(".*\"arrival\":\"([^\"]+)\".*", "$1")));
        var socket = visitor.socket(path("page-" + UUID.randomUUID().toString().substring(0, 8)));
        assertThat(socket).isNotNull();
        return new Guest(visitor, place, socket);
    }

    private String path(String page) {
        return page.startsWith(site.url())
                ? page.substring(site.url().length())
                : "/visits/" + visit.value() + "/live?page=" + page;
    }

    private static String signal(ArrivalId to, String text) {
        return "{\"type\":\"signal\",\"to\":\"%s\",\"page\":\"x\",\"body\":{\"x\":\"%s\"}}".formatted(to.value(), text);
    }
}
