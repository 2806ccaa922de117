package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import se.vardrum.Visitor;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;
import se.vardrum.page.Site;
import se.vardrum.patient.CorrectContact;

/** A patient who cannot sign in comes by a link, which anybody may have: nobody comes in by it who was not let in. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(World.class)
class PatientByLinkTests {

    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    CorrectContact correctContact;

    @Autowired
    Links links;

    @Autowired
    OpenLink open;

    @Autowired
    Site site;

    @Autowired
    Appointments appointments;

    @Autowired
    StartVisit start;

    @Autowired
    Admit admit;

    @Autowired
    Arrive arrive;

    @Autowired
    Leave leave;

    @Autowired
    Visits visits;

    @Autowired
    FindVisit find;

    private AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        correctContact.cannotSignIn(world.anna, world.jake.id(), true);
        visit = world.booked();
    }

    private record Guest(Visitor visitor, ArrivalId place, Visitor.Socket socket) {}

    @Test
    void onlyThePatientWhoCannotSignInHasALink() {
        assertThat(patient().byLink()).isTrue();
        assertThat(links.personal(visit)).containsKey(patient().id()).hasSize(2); // and Erik, the guest
        var other =
                world.booked(world.anna, world.request(world.ove, World.slot(World.inDays(2)), java.util.List.of()));
        assertThat(links.personal(other)).isEmpty();
    }

    @Test
    void whereGuestsGetTheirLinksAtTheStartThePatientHasOneFromTheBookingOn() {
        var scheduled = world.booked(
                world.anna, world.request(world.jake, "scheduled", World.inDays(3), se.vardrum.patient.Company.ALONE));
        assertThat(links.personal(scheduled)).hasSize(1);
        start.start(world.anna, scheduled);
        assertThat(links.personal(scheduled)).hasSize(1);
    }

    @Test
    void thePageOfTheLinkShowsNothingOfThePatient() {
        var page = new Visitor(port).get(path()).body();
        assertThat(page)
                .contains("Patienten", "data-let-in=\"true\"")
                .doesNotContain("Jake", "Nordin", "Akne", "Ring på", "2007", "Erik");
    }

    @Test
    void whoComesByItWaitsAlsoWhileTheVisitRunsAndHearsNothing() {
        start.start(world.anna, visit);
        var somebody = join();
        assertThat(somebody.socket().hears("waiting").path("state").asString()).isEqualTo("KNOCKING");
        var erik = byGuestLink();
        erik.socket().hears("welcome");
        erik.socket().say(signal(somebody.place(), "are you there"));
        somebody.socket().say(signal(erik.place(), "let me in"));
        assertThat(somebody.socket().everythingUntilPong())
                .doesNotContain("people", "ice", "signal", "Erik", "Jake", "are you there");
        assertThat(erik.socket().everythingUntilPong()).doesNotContain("let me in", "Jake");
        assertThat(state(somebody.place())).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void theStartOfTheVisitLetsNobodyInWhoHasToBeConfirmed() {
        var somebody = join();
        start.start(world.anna, visit);
        assertThat(state(somebody.place())).isEqualTo(ArrivalState.WAITING);
        assertThat(admit.admit(world.stranger, visit, somebody.place())).isEqualTo(DoorOutcome.NOT_FOUND);
        assertThat(admit.admit(world.anna, visit, somebody.place())).isEqualTo(DoorOutcome.DONE);
        var welcome = somebody.socket().hears("welcome");
        assertThat(welcome.path("type").asString()).isEqualTo("welcome");
    }

    @Test
    void guestsMeetThePatientWithoutAName() {
        start.start(world.anna, visit);
        var somebody = join();
        var now = visits.arrivals(visit).stream().filter(Arrival::toConfirm).toList();
        assertThat(now).extracting(Arrival::id).containsExactly(somebody.place());
        assertThat(now.getFirst().byGeneralLink()).isFalse();
        admit.admit(world.anna, visit, somebody.place());
        somebody.socket().hears("welcome");
        var erik = byGuestLink();
        var people = erik.socket().hears("welcome").path("people").toString();
        assertThat(people).contains("Patienten").doesNotContain("Jake", "Nordin");
    }

    @Test
    void thatOneWasLetInOpensNothingForAnotherWithTheSameLink() {
        start.start(world.anna, visit);
        var jake = join();
        admit.admit(world.anna, visit, jake.place());
        jake.socket().hears("welcome");

        var another = join();
        assertThat(another.place()).isNotEqualTo(jake.place());
        assertThat(another.socket().hears("waiting").path("state").asString()).isEqualTo("KNOCKING");
        assertThat(state(jake.place())).isEqualTo(ArrivalState.ADMITTED);
        admit.refuse(world.anna, visit, another.place());
        assertThat(another.socket().hears("waiting").path("state").asString()).isEqualTo("REFUSED");
        var heard = jake.socket().everythingUntilPong();
        assertThat(heard.substring(heard.indexOf("\"welcome\""))).doesNotContain("\"waiting\",\"state\"");
    }

    @Test
    void oneWhoLeftWaitsAgainAndOneWhoIsInKeepsThePlaceInThatBrowser() {
        start.start(world.anna, visit);
        var invitation = (OpenLink.Outcome.Open) open.look(path().substring(3));
        var browser = World.browser();
        var place = come(invitation, browser);
        admit.admit(world.anna, visit, place);
        assertThat(come(invitation, browser)).isEqualTo(place);
        assertThat(state(place)).isEqualTo(ArrivalState.ADMITTED);
        leave.leave(visit, browser.id());
        assertThat(come(invitation, browser)).isEqualTo(place);
        assertThat(state(place)).isEqualTo(ArrivalState.WAITING);
        assertThat(come(invitation, World.browser())).isNotEqualTo(place);
    }

    @Test
    void anInvitedColleagueKnowsThePatientOnceBothAreIn() {
        arrive.staff(world.daniel, visit, World.browser());
        start.start(world.anna, visit);
        var jake = join();
        assertThat(find.forStaff(world.daniel, visit).orElseThrow().seesPatient())
                .isFalse();
        admit.admit(world.anna, visit, jake.place());
        assertThat(find.forStaff(world.daniel, visit).orElseThrow().seesPatient())
                .isTrue();
    }

    private ArrivalId come(OpenLink.Outcome.Open it, Browser browser) {
        return World.place(arrive.guest(it.invitation(), it.appointment(), browser));
    }

    private Participant patient() {
        return appointments.participants(visit).stream()
                .filter(it -> it.kind() == ParticipantKind.PATIENT)
                .findFirst()
                .orElseThrow();
    }

    private String path() {
        return links.personal(patient().id()).substring(site.url().length());
    }

    private Guest join() {
        return join(path());
    }

    private Guest byGuestLink() {
        var erik = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        return join(links.personal(erik.id()).substring(site.url().length()));
    }

    private Guest join(String path) {
        var visitor = new Visitor(port);
        assertThat(visitor.get(path).status()).isEqualTo(200);
        var answer = visitor.call(path, "device", "camera,microphone");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var place = new ArrivalId(UUID.fromString(answer.body().replaceAll(".*\"arrival\":\"([^\"]+)\".*", "$1")));
        var socket = visitor.socket("/visits/" + visit.value() + "/live?page=page-"
                + UUID.randomUUID().toString().substring(0, 8));
        assertThat(socket).isNotNull();
        return new Guest(visitor, place, socket);
    }

    private static String signal(ArrivalId to, String text) {
        return "{\"type\":\"signal\",\"to\":\"%s\",\"page\":\"x\",\"body\":{\"x\":\"%s\"}}".formatted(to.value(), text);
    }

    private ArrivalState state(ArrivalId id) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
