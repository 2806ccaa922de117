package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.FakeGateway.Sms;

/** What changes after the booking, and who hears of it. */
class SmsChangesTests extends AgainstGateway {

    @Test
    void aNumberTheGatewayRefusesIsAFailureAtOnceAndACorrectedOneIsInvitedAnew() {
        GATEWAY.next.add(FakeGateway.refusing(SMPPConstant.STAT_ESME_RINVDSTADR));
        var id = practice.book(null, Practice.karin());
        awaitStates(id, State.FAILED);
        assertThat(deliveries.of(id).getFirst().problemKey()).isEqualTo("messaging.problem.number");
        assertThat(deliveries.summary(id)).isEqualTo(new Deliveries.Summary(1, 0, 1, true));

        change.correctGuest(
                practice.anna, id, guest(id).id(), new Guest("Karin", "Nordin", "+46701740607", null, "sv"), null);
        awaitStates(id, State.SENT);
        assertThat(text(to("+46701740607"))).contains("/b/");
        assertThat(deliveries.summary(id)).isEqualTo(new Deliveries.Summary(1, 1, 0, true));

        change.correctGuest(
                practice.anna, id, guest(id).id(), new Guest("Karin", "Nordin", null, "karin@example.org", "sv"), null);
        assertThat(deliveries.of(id)).extracting(Delivery::channel).containsExactly("EMAIL");
        change.remove(practice.anna, id, guest(id).id());
        assertThat(deliveries.summary(id)).isEqualTo(new Deliveries.Summary(0, 0, 0, true));
    }

    @Test
    void aCancelledVisitIsToldToThoseWhoWereInvitedAndToNobodyElse() {
        GATEWAY.next.add(FakeGateway.refusing(SMPPConstant.STAT_ESME_RINVDSTADR));
        var id = practice.book(null, Practice.karin());
        awaitStates(id, State.FAILED);
        var other = practice.book(Practice.MOBILE);
        awaitStates(other, State.SENT);
        GATEWAY.acknowledged.clear();

        cancel.cancel(practice.anna, id, "Sjuk");
        cancel.cancel(practice.anna, other, "Sjuk");
        await().atMost(PATIENCE).until(() -> whole(to(Practice.MOBILE)));
        assertThat(text(to(Practice.MOBILE))).contains("är avbokat").doesNotContain("Sjuk", "http");
        assertThat(to("+46701740606")).isEmpty();
    }

    @Test
    void whatIsNotYetSentWhenTheVisitIsCancelledIsNeverSent() {
        GATEWAY.manner = FakeGateway.refusing(SMPPConstant.STAT_ESME_RTHROTTLED);
        var id = practice.book(Practice.MOBILE);
        await().atMost(PATIENCE).until(() -> deliveries.of(id).getFirst().problemKey() != null);
        cancel.cancel(practice.anna, id, "");
        await().atMost(PATIENCE).until(() -> tasks(id) == 0);
        assertThat(deliveries.of(id)).extracting(Delivery::state).containsExactly(State.DROPPED);
        assertThat(to(Practice.MOBILE)).isEmpty();
    }

    @Test
    void aFaultOfOursOverOneMessageHoldsUpNoOtherOfTheVisit() {
        GATEWAY.manner = FakeGateway.refusing(SMPPConstant.STAT_ESME_RTHROTTLED);
        var id = practice.book(Practice.MOBILE, Practice.karin());
        await().atMost(PATIENCE).until(() -> deliveries.of(id).stream().allMatch(it -> it.problemKey() != null));
        sql.sql("delete from invitation where participant_id = :guest")
                .param("guest", guest(id).id().value())
                .update();
        GATEWAY.manner = FakeGateway.DECIMAL;
        awaitStates(id, State.SENT, State.DUE);
        assertThat(to("+46701740606")).isEmpty();
        cancel.cancel(practice.anna, id, "");
    }

    @Test
    void whoGetsProtectedIdentityAfterTheBookingGetsNoMessageAndSomebodyRings() {
        GATEWAY.manner = FakeGateway.refusing(SMPPConstant.STAT_ESME_RTHROTTLED);
        var id = practice.book(Practice.MOBILE, Practice.karin());
        await().atMost(PATIENCE).until(() -> deliveries.of(id).stream().allMatch(it -> it.problemKey() != null));
        protect(id, true);
        try {
            GATEWAY.manner = FakeGateway.DECIMAL;
            awaitStates(id, State.FAILED, State.SENT);
            assertThat(to(Practice.MOBILE)).isEmpty();
            assertThat(text(to("+46701740606"))).contains("/b/").doesNotContain(" hos ", "+46");
            assertThat(deliveries.of(id)).extracting(Delivery::problemKey).contains("messaging.problem.protected");
            assertThat(appointments.callPatientTaskOpen(id)).isTrue();
        } finally {
            protect(id, false);
        }
    }

    private void protect(AppointmentId id, boolean yes) {
        sql.sql(
                        "update person set protected_identity = :yes where id = (select person_id from appointment where id = :id)")
                .param("yes", yes)
                .param("id", id.value())
                .update();
    }

    @Test
    void aVisitCancelledWhileItsInvitationIsOnTheWayIsTakenBackAndNobodysRequestWaits() throws Exception {
        var arrived = new CountDownLatch(1);
        var cancelled = new CountDownLatch(1);
        GATEWAY.next.add((asked, number) -> {
            arrived.countDown();
            try {
                cancelled.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return FakeGateway.DECIMAL.take(asked, number);
        });
        var id = practice.book(Practice.MOBILE);
        arrived.await();
        cancel.cancel(practice.anna, id, "");
        cancelled.countDown();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(to(Practice.MOBILE))
                        .extracting(Sms::text)
                        .satisfiesExactly(
                                it -> assertThat(it).startsWith("Du har ett digitalt besök"),
                                it -> assertThat(it).contains("är avbokat")));
    }

    @Test
    void aGuestWhoIsTakenAwayIsToldAndAPersonWhoAsksGetsItAgain() {
        var id = practice.book(null, Practice.karin());
        awaitStates(id, State.SENT);
        var first = text(to("+46701740606"));
        GATEWAY.acknowledged.clear();

        assertThat(resend.resend(practice.anna, id, guest(id).id(), Medium.SMS)).isEqualTo(Resend.Outcome.ON_ITS_WAY);
        awaitStates(id, State.SENT);
        assertThat(text(to("+46701740606"))).isEqualTo(first);
        GATEWAY.acknowledged.clear();

        change.remove(practice.anna, id, guest(id).id());
        await().atMost(PATIENCE).until(() -> whole(to("+46701740606")));
        assertThat(text(to("+46701740606"))).contains("behöver inte delta").doesNotContain("/b/");
    }
}
