package se.vardrum.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import se.vardrum.World;
import se.vardrum.appointment.BookAppointment;
import se.vardrum.invitation.OpenLink;

/** How a visit ends, for those who were there and for their links. */
@SpringBootTest
@Import(World.class)
class EndVisitTests extends HeldVisitTest {

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
}
