package se.vardrum.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.SMPPConstant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.BookAppointment.Guest;
import se.vardrum.appointment.CancelAppointment;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.appointment.Participant;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.messaging.FakeGateway.Sms;

/** SMS from a booking to a real SMPP server that behaves well, badly, or not at all. */
@SpringBootTest(
        properties = {
            "vardrum.test.demo=false",
            "vardrum.smpp.host=127.0.0.1",
            "vardrum.smpp.sender=Vardrum",
            "vardrum.smpp.answer-within=2s",
            "vardrum.smpp.reconnect=50ms",
            "vardrum.messaging.first-pause=100ms",
            "db-scheduler.polling-interval=100ms"
        })
class SmsTests {

    static final FakeGateway GATEWAY = new FakeGateway().open();
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @DynamicPropertySource
    static void gateway(DynamicPropertyRegistry properties) {
        properties.add("vardrum.smpp.port", () -> GATEWAY.port);
    }

    @AfterAll
    static void end() {
        GATEWAY.close();
    }

    @Autowired
    ApplicationContext app;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Appointments appointments;

    @Autowired
    CancelAppointment cancel;

    @Autowired
    ChangeParticipants change;

    @Autowired
    Resend resend;

    @Autowired
    JdbcClient sql;

    Practice practice;

    @BeforeEach
    void quiet() {
        practice = new Practice(app);
        practice.startAfter(sql);
        GATEWAY.manner = FakeGateway.DECIMAL;
        GATEWAY.next.clear();
        await().atMost(PATIENCE)
                .until(() -> sql.sql("select count(*) from message where state = 'DUE'")
                                .query(Integer.class)
                                .single()
                        == 0);
        GATEWAY.acknowledged.clear();
    }

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
    void aNumberTheGatewayRefusesIsAFailureAtOnceAndACorrectedOneIsInvitedAnew() {
        GATEWAY.next.add(FakeGateway.refusing(SMPPConstant.STAT_ESME_RINVDSTADR));
        var id = practice.book(null, Practice.karin());
        awaitStates(id, State.FAILED);
        assertThat(deliveries.of(id).getFirst().problemKey()).isEqualTo("messaging.problem.number");
        assertThat(deliveries.summary(id)).isEqualTo(new Deliveries.Summary(1, 0, 1, true));

        change.correctGuest(
                practice.anna, id, guest(id).id(), new Guest("Karin", "Nordin", "+46701740607", null, "sv"));
        awaitStates(id, State.SENT);
        assertThat(text(to("+46701740607"))).contains("/b/");
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
        GATEWAY.manner = FakeGateway.DECIMAL;
        await().atMost(PATIENCE).until(() -> tasks(id) == 0);
        assertThat(deliveries.of(id)).extracting(Delivery::state).containsExactly(State.DROPPED);
        assertThat(to(Practice.MOBILE)).isEmpty();
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

    private Participant guest(AppointmentId id) {
        return appointments.participants(id).stream()
                .filter(Participant::guest)
                .findFirst()
                .orElseThrow();
    }

    private void awaitStates(AppointmentId id, State... states) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.of(id))
                        .extracting(Delivery::state)
                        .containsExactlyInAnyOrder(states));
    }

    private int tasks(AppointmentId id) {
        return sql.sql("""
                select count(*) from scheduled_tasks t join message m on t.task_instance = m.id || '.' || m.round
                where m.appointment_id = :id
                """).param("id", id.value()).query(Integer.class).single();
    }

    private static List<Sms> to(String number) {
        return GATEWAY.acknowledged.stream()
                .filter(it -> number.equals("+" + it.to()))
                .toList();
    }

    private static boolean whole(List<Sms> parts) {
        return !parts.isEmpty() && parts.size() == parts.getFirst().of();
    }

    private static String text(List<Sms> parts) {
        return parts.stream()
                .sorted(java.util.Comparator.comparing(Sms::part))
                .map(Sms::text)
                .collect(java.util.stream.Collectors.joining());
    }
}
