package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.World;

/** The journey without a browser: who may come, who waits, who comes in, who is responsible, whose list shows what. */
@SpringBootTest
@Import(World.class)
class HoldVisitTests extends HeldVisitTest {

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
        assertThat(admit.admit(world.daniel, visit, tolk)).isEqualTo(DoorOutcome.DONE);
        assertThat(admit.admit(world.anna, visit, tolk)).as("said twice").isEqualTo(DoorOutcome.DONE);
        assertThat(state(tolk)).isEqualTo(ArrivalState.ADMITTED);
    }

    @Test
    void nobodyIsAdmittedBeforeTheStartNorByOneWhoIsNotOfTheVisit() {
        var tolk = byGeneralLink("Tove Tolk");
        assertThat(admit.admit(world.anna, visit, tolk)).isEqualTo(DoorOutcome.NOT_STARTED);
        start.start(world.anna, visit);
        for (var other : List.of(world.eva, world.stranger, world.head)) {
            assertThat(admit.admit(other, visit, tolk)).as(other.name()).isEqualTo(DoorOutcome.NOT_FOUND);
        }
        assertThat(state(tolk)).isEqualTo(ArrivalState.WAITING);
    }

    @Test
    void oneWhoWasRefusedStaysRefusedHoweverOftenTheLinkIsOpened() {
        start.start(world.anna, visit);
        var tolk = byGeneralLink("Tove Tolk");
        assertThat(admit.refuse(world.anna, visit, tolk)).isEqualTo(DoorOutcome.DONE);
        assertThat(byGeneralLink("Tove Tolk", lastBrowser)).isEqualTo(tolk);
        assertThat(state(tolk)).isEqualTo(ArrivalState.REFUSED);
        assertThat(admit.admit(world.anna, visit, tolk)).isEqualTo(DoorOutcome.NOT_NOW);
        assertThat(state(tolk)).as("a refusal must be taken back first").isEqualTo(ArrivalState.REFUSED);
        assertThat(admit.takeBack(world.daniel, visit, tolk)).isEqualTo(DoorOutcome.DONE);
        assertThat(admit.admit(world.anna, visit, tolk)).isEqualTo(DoorOutcome.DONE);
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
}
