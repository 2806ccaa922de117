package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.vardrum.World;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.invitation.Links;
import se.vardrum.invitation.OpenLink;

/** A place belongs to one browser: kept in that one, and what happens in another. */
@SpringBootTest
@Import(World.class)
class BrowsersTests {

    @Autowired
    World world;

    @Autowired
    Arrive arrive;

    @Autowired
    Admit admit;

    @Autowired
    KeepDoor keep;

    @Autowired
    Leave leave;

    @Autowired
    StartVisit start;

    @Autowired
    Visits visits;

    @Autowired
    ArrivalTable arrivals;

    @Autowired
    LiveNodeTable nodes;

    @Autowired
    Appointments appointments;

    @Autowired
    Links links;

    @Autowired
    OpenLink open;

    @Autowired
    JdbcClient sql;

    private final UUID node = UUID.randomUUID();
    private final Browser first = World.browser();
    private final Browser second = World.browser();
    private AppointmentId visit;
    private OpenLink.Outcome.Open personal;

    @BeforeEach
    void begin() {
        world.begin();
        nodes.alive(node);
        visit = world.booked();
        var erik = appointments.participants(visit).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
        var link = links.personal(erik.id());
        personal = (OpenLink.Outcome.Open) open.look(link.substring(link.lastIndexOf('/') + 1));
    }

    @Test
    void anotherBrowserOnAGuestsLinkWaitsAlsoWhileTheVisitRunsAndTheFirstKeepsItsPlace() {
        start.start(world.anna, visit);
        var erik = connected(guest(first));
        var other = guest(second);
        assertThat(other).isNotEqualTo(erik);
        assertThat(state(erik)).isEqualTo(ArrivalState.ADMITTED);
        assertThat(state(other)).isEqualTo(ArrivalState.WAITING);
        assertThat(arrival(other).toConfirm()).isTrue();
        assertThat(guest(second)).as("its own place").isEqualTo(other);
        assertThat(guest(first)).isEqualTo(erik);
        assertThat(admit.admit(world.anna, visit, other)).isEqualTo(DoorOutcome.DONE);
        assertThat(state(other)).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void aReloadLosesNoPlaceToAnotherBrowserButTenSecondsOfSilenceDo() {
        start.start(world.anna, visit);
        var erik = connected(guest(first));
        arrivals.disconnected(erik, "a-page");
        var other = guest(second);
        assertThat(other).isNotEqualTo(erik);
        silentForLong(erik);
        assertThat(guest(second)).as("counts as gone").isEqualTo(erik);
        assertThat(state(erik)).isEqualTo(ArrivalState.ADMITTED);
        assertThat(state(other)).isEqualTo(ArrivalState.LEFT);
        connected(erik);
        assertThat(state(guest(first))).as("now the first is the other").isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void whoWasRefusedInOneBrowserDoesNotComeInByThePlaceTheFirstLeft() {
        start.start(world.anna, visit);
        var erik = connected(guest(first));
        var other = guest(second);
        admit.refuse(world.anna, visit, other);
        arrivals.disconnected(erik, "a-page");
        silentForLong(erik);
        assertThat(guest(second)).isEqualTo(other);
        assertThat(state(other)).isEqualTo(ArrivalState.REFUSED);
        admit.takeBack(world.anna, visit, other);
        assertThat(state(other)).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void whoWasRefusedIsSoInEveryBrowser() {
        var erik = connected(guest(first));
        admit.refuse(world.anna, visit, erik);
        start.start(world.anna, visit);
        assertThat(guest(second)).isEqualTo(erik);
        assertThat(state(erik)).isEqualTo(ArrivalState.REFUSED);
    }

    @Test
    void whoIsSignedInIsAskedAndGoesOnHereByOnesOwnChoice() {
        var jake = connected(World.place(patient(first)));
        assertThat(patient(second)).isInstanceOf(Arrive.Outcome.Elsewhere.class);
        assertThat(patient(new Browser(second.id(), true, ""))).isEqualTo(new Arrive.Outcome.Here(jake));
        assertThat(arrivals.ofBrowser(visit, second.id()).orElseThrow().id()).isEqualTo(jake);
        assertThat(arrivals.ofBrowser(visit, first.id())).isEmpty();
        connected(jake);
        assertThat(patient(first)).isInstanceOf(Arrive.Outcome.Elsewhere.class);
    }

    @Test
    void whoWasSentBackToWaitIsLetInByStaffAlone() {
        start.start(world.anna, visit);
        var jake = connected(World.place(patient(first)));
        assertThat(admit.sendBack(world.anna, visit, jake)).isEqualTo(DoorOutcome.DONE);
        assertThat(admit.sendBack(world.anna, visit, jake)).as("said twice").isEqualTo(DoorOutcome.DONE);
        assertThat(state(World.place(patient(first)))).isEqualTo(ArrivalState.WAITING);
        leave.leave(visit, first.id());
        assertThat(state(World.place(patient(first)))).as("left, and came back").isEqualTo(ArrivalState.WAITING);
        assertThat(admit.admit(world.daniel, visit, jake)).isEqualTo(DoorOutcome.DONE);
        leave.leave(visit, first.id());
        assertThat(state(World.place(patient(first)))).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void behindALockedDoorEverybodyNewWaitsAndWhoIsInStaysIn() {
        assertThat(keep.lock(world.anna, visit, true)).isEqualTo(DoorOutcome.NOT_STARTED);
        start.start(world.anna, visit);
        var jake = connected(World.place(patient(first)));
        assertThat(keep.lock(world.anna, visit, true)).isEqualTo(DoorOutcome.DONE);
        assertThat(keep.lock(world.stranger, visit, false)).isEqualTo(DoorOutcome.NOT_FOUND);
        assertThat(state(guest(second))).isEqualTo(ArrivalState.WAITING);
        assertThat(state(World.place(patient(first)))).isEqualTo(ArrivalState.ADMITTED);
        assertThat(state(World.place(arrive.staff(world.daniel, visit, World.browser()))))
                .isEqualTo(ArrivalState.ADMITTED);
        keep.lock(world.daniel, visit, false);
        assertThat(state(guest(second))).isEqualTo(ArrivalState.ADMITTED);
        assertThat(state(jake)).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void staffThePatientAndProxiesAreNotPutOutAndAGuestIsForGood() {
        start.start(world.anna, visit);
        var jake = connected(World.place(patient(first)));
        var daniel = World.place(arrive.staff(world.daniel, visit, World.browser()));
        var erik = guest(second);
        assertThat(admit.remove(world.anna, visit, jake)).isEqualTo(DoorOutcome.STAYS);
        assertThat(admit.remove(world.anna, visit, daniel)).isEqualTo(DoorOutcome.STAYS);
        assertThat(admit.sendBack(world.anna, visit, daniel)).isEqualTo(DoorOutcome.STAYS);
        assertThat(admit.remove(world.eva, visit, erik)).isEqualTo(DoorOutcome.NOT_FOUND);
        assertThat(admit.remove(world.anna, visit, erik)).isEqualTo(DoorOutcome.DONE);
        assertThat(admit.remove(world.anna, visit, erik)).as("said twice").isEqualTo(DoorOutcome.DONE);
        assertThat(state(erik)).isEqualTo(ArrivalState.REMOVED);
        assertThat(admit.takeBack(world.anna, visit, erik)).isEqualTo(DoorOutcome.NOT_NOW);
        assertThat(arrive.guest(personal.invitation(), personal.appointment(), second))
                .isInstanceOf(Arrive.Outcome.Closed.class);
    }

    private ArrivalId guest(Browser browser) {
        return World.place(arrive.guest(personal.invitation(), personal.appointment(), browser));
    }

    private Arrive.Outcome patient(Browser browser) {
        return arrive.patient(world.signedIn(world.jake), visit, browser);
    }

    private ArrivalId connected(ArrivalId place) {
        arrivals.connected(place, "a-page", node);
        return place;
    }

    private void silentForLong(ArrivalId place) {
        sql.sql("update arrival set silent_at = now() - interval '11 seconds' where id = :id")
                .param("id", place.value())
                .update();
    }

    private ArrivalState state(ArrivalId id) {
        return arrival(id).state();
    }

    private Arrival arrival(ArrivalId id) {
        return visits.arrivals(visit).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
