package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.World;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;

/** The journey without a browser: who may come, who waits, who comes in, who is responsible, whose list shows what. */
@SpringBootTest
@Import(World.class)
class HoldVisitTests {

    @Autowired
    World world;

    @Autowired
    StartVisit start;

    @Autowired
    EndVisit end;

    @Autowired
    Arrive arrive;

    @Autowired
    Admit admit;

    @Autowired
    Leave leave;

    @Autowired
    FindVisit find;

    @Autowired
    Visits visits;

    @Autowired
    Links links;

    @Autowired
    OpenLink open;

    @Autowired
    Appointments appointments;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    ChangeParticipants change;

    private AppointmentId visit;

    @BeforeEach
    void begin() {
        world.begin();
        visit = world.booked();
    }

    @Test
    void whoStartsBecomesResponsibleAndTheFormerOneKeepsTheVisitAsGuest() {
        assertThat(listOf(world.anna)).containsExactly(visit);
        assertThat(guestListOf(world.daniel)).containsExactly(visit);

        assertThat(start.start(world.daniel, visit)).isEqualTo(StartVisit.Outcome.STARTED);

        assertThat(listOf(world.daniel)).containsExactly(visit);
        assertThat(guestListOf(world.daniel)).isEmpty();
        assertThat(listOf(world.anna)).isEmpty();
        assertThat(guestListOf(world.anna)).containsExactly(visit);
    }

    @Test
    void ofAllWhoPressStartAtOnceOneIsTheStarter() throws Exception {
        Callable<StartVisit.Outcome> press = () -> start.start(world.daniel, visit);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = pool.invokeAll(Collections.nCopies(10, press)).stream()
                    .map(it -> it.resultNow())
                    .toList();
            assertThat(outcomes)
                    .filteredOn(it -> it == StartVisit.Outcome.STARTED)
                    .hasSize(1);
            assertThat(outcomes)
                    .filteredOn(it -> it == StartVisit.Outcome.RUNNING_ALREADY)
                    .hasSize(9);
        }
    }

    @Test
    void onlyThoseAddedCanStart() {
        for (var other : List.of(world.eva, world.stranger, world.head)) {
            assertThat(start.start(other, visit)).as(other.name()).isEqualTo(StartVisit.Outcome.NOT_FOUND);
        }
    }

    @Test
    void atTheStartTheNamedComeInAndThoseFromTheGeneralLinkGoOnWaiting() {
        var jake = jakeComes();
        var erik = byPersonalLink();
        var tolk = byGeneralLink("Tove Tolk");
        assertThat(states()).containsOnly(ArrivalState.WAITING);

        start.start(world.anna, visit);

        assertThat(state(jake)).isEqualTo(ArrivalState.ADMITTED);
        assertThat(state(erik)).isEqualTo(ArrivalState.ADMITTED);
        assertThat(state(tolk)).isEqualTo(ArrivalState.WAITING);
        assertThat(admit.admit(world.daniel, visit, tolk)).isEqualTo(Admit.Outcome.DONE);
        assertThat(admit.admit(world.anna, visit, tolk)).as("said twice").isEqualTo(Admit.Outcome.DONE);
        assertThat(state(tolk)).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void nobodyIsAdmittedBeforeTheStartNorByOneWhoIsNotOfTheVisit() {
        var tolk = byGeneralLink("Tove Tolk");
        assertThat(admit.admit(world.anna, visit, tolk)).isEqualTo(Admit.Outcome.NOT_STARTED);
        start.start(world.anna, visit);
        for (var other : List.of(world.eva, world.stranger, world.head)) {
            assertThat(admit.admit(other, visit, tolk)).as(other.name()).isEqualTo(Admit.Outcome.NOT_FOUND);
        }
        assertThat(state(tolk)).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void oneWhoWasRefusedStaysRefusedHoweverOftenTheLinkIsOpened() {
        start.start(world.anna, visit);
        var tolk = byGeneralLink("Tove Tolk");
        assertThat(admit.refuse(world.anna, visit, tolk)).isEqualTo(Admit.Outcome.DONE);
        assertThat(byGeneralLink("Tove Tolk", lastBrowser)).isEqualTo(tolk);
        assertThat(state(tolk)).isEqualTo(ArrivalState.REFUSED);
        assertThat(admit.admit(world.anna, visit, tolk)).isEqualTo(Admit.Outcome.NOT_NOW);
        assertThat(state(tolk)).as("a refusal must be taken back first").isEqualTo(ArrivalState.REFUSED);
        assertThat(admit.takeBack(world.daniel, visit, tolk)).isEqualTo(Admit.Outcome.DONE);
        assertThat(admit.admit(world.anna, visit, tolk)).isEqualTo(Admit.Outcome.DONE);
    }

    @Test
    void aGuestTakenAwayIsOutAndTheLinkAnswersKindly() {
        var erik = byPersonalLink();
        start.start(world.anna, visit);
        change.remove(world.anna, visit, guest().id());
        assertThat(state(erik)).isEqualTo(ArrivalState.REMOVED);
        assertThat(arrive.guest(personalInvitation, appointments.find(visit).orElseThrow(), World.browser()))
                .isInstanceOf(Arrive.Outcome.Closed.class);
    }

    @Test
    void onePlaceEachHoweverManyTimesOneComes() {
        var browser = World.browser();
        var first = jakeComes(browser);
        assertThat(jakeComes(browser)).isEqualTo(first);
        start.start(world.anna, visit);
        leave.leave(visit, browser.id());
        assertThat(state(first)).isEqualTo(ArrivalState.LEFT);
        assertThat(jakeComes())
                .as("in another browser, since nobody is in the first")
                .isEqualTo(first);
        assertThat(state(first)).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void anInvitedColleagueSeesThePatientOnlyInTheCallWithTheOne() {
        assertThat(find.forStaff(world.daniel, visit).orElseThrow().seesPatient())
                .isFalse();
        arrive.staff(world.daniel, visit, World.browser());
        start.start(world.anna, visit);
        assertThat(find.forStaff(world.daniel, visit).orElseThrow().seesPatient())
                .isFalse();
        jakeComes();
        assertThat(find.forStaff(world.daniel, visit).orElseThrow().seesPatient())
                .isTrue();
        end.end(world.anna, visit);
        assertThat(find.forStaff(world.daniel, visit).orElseThrow().seesPatient())
                .isFalse();
    }

    @Test
    void whatOneMayNotSeeDoesNotExist() {
        assertThat(find.forStaff(world.eva, visit)).isEmpty();
        assertThat(find.forStaff(world.stranger, visit)).isEmpty();
        assertThat(find.forPatient(world.signedIn(world.ove), visit)).isEmpty();
        assertThat(find.forStaff(world.head, visit))
                .get()
                .extracting(FindVisit.Seen::access)
                .isEqualTo(FindVisit.Access.UNIT);
        assertThat(arrive.staff(world.head, visit, World.browser())).isInstanceOf(Arrive.Outcome.Closed.class);
        assertThat(arrive.patient(world.signedIn(world.ove), visit, World.browser()))
                .isInstanceOf(Arrive.Outcome.Closed.class);
    }

    @Test
    void whenItHasEndedEveryoneIsOutAndLinksSaySo() {
        var link = links.personal(guest().id());
        start.start(world.anna, visit);
        byPersonalLink();
        assertThat(end.end(world.anna, visit)).isTrue();
        assertThat(end.end(world.anna, visit)).as("said twice").isTrue();
        assertThat(states()).containsOnly(ArrivalState.LEFT);
        assertThat(open.look(token(link))).isInstanceOf(OpenLink.Outcome.Ended.class);
        assertThat(start.start(world.anna, visit)).isEqualTo(StartVisit.Outcome.TOO_LATE);
        assertThat(arrive.patient(world.signedIn(world.jake), visit, World.browser()))
                .isInstanceOf(Arrive.Outcome.Closed.class);
        assertThat(guestListOf(world.daniel)).isEmpty();
    }

    @Test
    void whenItIsCancelledNobodyCanStartOrComeAndLinksSaySo() {
        var link = links.general(visit).orElseThrow();
        cancel.cancel(world.anna, visit, "Sjukdom");
        assertThat(open.look(token(link))).isInstanceOf(OpenLink.Outcome.Cancelled.class);
        assertThat(start.start(world.anna, visit)).isEqualTo(StartVisit.Outcome.TOO_LATE);
        assertThat(guestListOf(world.daniel)).isEmpty();
    }

    @Test
    void aCorrectedContactGetsANewLinkAndTheOldOneSaysThatItIsReplaced() {
        var old = links.personal(guest().id());
        var elsewhere = new BookAppointment.Guest("Erik", "Sjö", "+46701740699", null, "sv");
        change.correctGuest(world.anna, visit, guest().id(), elsewhere, null);
        assertThat(links.personal(guest().id())).isNotEqualTo(old);
        assertThat(open.look(token(old))).isInstanceOf(OpenLink.Outcome.Replaced.class);
        assertThat(open.look(token(links.personal(guest().id())))).isInstanceOf(OpenLink.Outcome.Open.class);
    }

    private se.vardrum.invitation.Invitation personalInvitation;

    private ArrivalId byPersonalLink() {
        var outcome = (OpenLink.Outcome.Open) open.look(token(links.personal(guest().id())));
        personalInvitation = outcome.invitation();
        return World.place(arrive.guest(outcome.invitation(), outcome.appointment(), World.browser()));
    }

    private Browser lastBrowser = World.browser();

    private ArrivalId byGeneralLink(String name) {
        lastBrowser = World.browser();
        return byGeneralLink(name, lastBrowser);
    }

    private ArrivalId byGeneralLink(String name, Browser browser) {
        return World.place(arrive.unnamed(general().invitation(), general().appointment(), browser, name, "tolk"));
    }

    private ArrivalId jakeComes() {
        return jakeComes(World.browser());
    }

    private ArrivalId jakeComes(Browser browser) {
        return World.place(arrive.patient(world.signedIn(world.jake), visit, browser));
    }

    private OpenLink.Outcome.Open general() {
        return (OpenLink.Outcome.Open) open.look(token(links.general(visit).orElseThrow()));
    }

    private Participant guest() {
        return appointments.participants(visit).stream()
                .filter(it -> it.kind() == ParticipantKind.GUEST)
                .findFirst()
                .orElseThrow();
    }

    private static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private ArrivalState state(ArrivalId id) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private List<ArrivalState> states() {
        return visits.arrivals(visit).stream().map(Arrival::state).toList();
    }

    private List<AppointmentId> listOf(Actor.Staff who) {
        return visits.responsibleFor(World.role(who), World.inDays(0), World.inDays(3)).stream()
                .map(Visit::id)
                .toList();
    }

    private List<AppointmentId> guestListOf(Actor.Staff who) {
        return visits.invitedTo(World.role(who)).stream().map(Visit::id).toList();
    }
}
