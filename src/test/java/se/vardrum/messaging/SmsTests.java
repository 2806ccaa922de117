package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.Test;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.FakeGateway.Sms;

/** SMS from a booking to a real SMPP server that behaves well, badly, or not at all. */
class SmsTests extends AgainstGateway {

    @Test
    void aBookingTellsThePatientAndEveryGuestOnceAndReceiptsTellThatItArrived() throws Exception {
        var id = practice.book(Practice.MOBILE, Practice.karin());
        awaitStates(id, State.SENT, State.SENT);

        var patient = to(Practice.MOBILE);
        assertThat(patient).singleElement().satisfies(it -> {
            assertThat(it.from()).isEqualTo("Vardrum");
            assertThat(it.coding()).isZero();
            assertThat(it.receipts()).isEqualTo((byte) 1);
            assertThat(it.validUntil()).endsWith("000+");
        });
        assertThat(text(patient)).startsWith("Du har ett digitalt besök").contains("/mina", "+46 31 390 06 00");
        assertThat(text(to("+46701740606"))).contains("/b/").doesNotContain("/mina");

        for (var it : GATEWAY.acknowledged) GATEWAY.receipt(it, it.id(), "ENROUTE");
        for (var it : GATEWAY.acknowledged) GATEWAY.receipt(it, it.id(), "DELIVRD");
        awaitStates(id, State.DELIVERED, State.DELIVERED);
        assertThat(deliveries.summary(id)).isEqualTo(new Deliveries.Summary(2, 2, 0, true));
    }

    @Test
    void noTextHoldsTheReasonTheDescriptionThePatientsNameOrNumber() {
        practice.book(Practice.MOBILE, Practice.karin());
        await().atMost(PATIENCE).until(() -> whole(to("+46701740606")) && whole(to(Practice.MOBILE)));
        assertThat(GATEWAY.acknowledged)
                .allSatisfy(it -> assertThat(it.text())
                        .doesNotContain("Akne", "Beskrivning", "Jakob", "Nordinsson", "850314", "Hudmottagningen"));
    }

    @Test
    void aReceiptMayComeBeforeTheAnswerAndUnderTheIdInAnotherNotation() {
        GATEWAY.manner = (asked, number) -> {
            var id = FakeGateway.HEXADECIMAL.take(asked, number);
            var early = new Sms(
                    id, asked.getSourceAddr(), asked.getDestAddress(), new byte[0], (byte) 0, false, (byte) 1, "");
            try {
                GATEWAY.receipt(early, String.valueOf(Long.parseLong(id, 16)), "DELIVRD");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return id;
        };
        var id = practice.book(Practice.MOBILE);
        awaitStates(id, State.DELIVERED);
    }

    @Test
    void aPhoneThatIsNeverReachedIsTold() throws Exception {
        var id = practice.book(Practice.MOBILE);
        awaitStates(id, State.SENT);
        GATEWAY.receipt(
                GATEWAY.acknowledged.getFirst(), GATEWAY.acknowledged.getFirst().id(), "UNDELIV");
        awaitStates(id, State.FAILED);
        assertThat(deliveries.of(id).getFirst().problemKey()).isEqualTo("messaging.problem.undelivered");
    }

    @Test
    void aBusyGatewayIsAskedAgainUntilItTakesTheMessage() {
        for (int i = 0; i < 3; i++) GATEWAY.next.add(FakeGateway.refusing(SMPPConstant.STAT_ESME_RTHROTTLED));
        var id = practice.book(Practice.MOBILE);
        awaitStates(id, State.SENT);
        assertThat(to(Practice.MOBILE)).hasSize(1);
    }

    @Test
    void betweenTwoPartsNothingIsSaidTwice() {
        GATEWAY.next.add(FakeGateway.DECIMAL);
        GATEWAY.next.add(FakeGateway.refusing(SMPPConstant.STAT_ESME_RTHROTTLED));
        GATEWAY.next.add((asked, number) -> {
            GATEWAY.dropConnections();
            throw new IllegalStateException("gone");
        });
        var id = practice.book(null, Practice.karin());
        awaitStates(id, State.SENT);
        assertThat(to("+46701740606")).extracting(Sms::part).containsExactly(1, 2);
        assertThat(to("+46701740606")).extracting(Sms::of).containsOnly(2);
    }

    @Test
    void whatIsWrittenWhileTheGatewayIsGoneGoesOutOnceWhenItIsBack() {
        GATEWAY.close();
        var id = practice.book(Practice.MOBILE, Practice.karin());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(id))
                        .extracting(Delivery::state, Delivery::problemKey)
                        .containsOnly(org.assertj.core.api.Assertions.tuple(State.DUE, "messaging.problem.waiting")));
        assertThat(deliveries.summary(id).finished()).isFalse();

        GATEWAY.open();
        awaitStates(id, State.SENT, State.SENT);
        assertThat(to(Practice.MOBILE)).hasSize(1);
        assertThat(to("+46701740606")).hasSize(2); // of two parts
    }

    @Test
    void theConnectionComesBackByItselfWhenNothingIsSent() {
        await().atMost(PATIENCE).until(GATEWAY::bound);
        GATEWAY.dropConnections();
        await().atMost(PATIENCE).until(GATEWAY::bound);
    }
}
