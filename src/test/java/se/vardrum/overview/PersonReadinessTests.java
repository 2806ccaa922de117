package se.vardrum.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.messaging.Deliveries.State;
import se.vardrum.patient.PersonId;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalId;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.DeviceCheck.Device;

/** How far one has come, from nothing but what is known. */
class PersonReadinessTests {

    private static final Instant NINE = Instant.parse("2031-11-28T08:00:00Z");
    private static final TimeSlot SLOT = new TimeSlot(NINE, NINE.plus(Duration.ofMinutes(30)));
    private static final ParticipantId ID = new ParticipantId(UUID.randomUUID());
    private static final AppointmentId VISIT = new AppointmentId(UUID.randomUUID());

    @Test
    void aGuestGoesAllSteps() {
        assertThat(guest(List.of(), false, null).way())
                .containsExactly(Step.OPENED, Step.CHECKED, Step.WAITS, Step.IN_CALL);
        assertThat(guest(sms(State.DUE), false, null).reached()).isNull();
        assertThat(guest(sms(State.SENT), false, null).reached()).isEqualTo(Step.INVITED);
        assertThat(guest(sms(State.DELIVERED), false, null).reached()).isEqualTo(Step.DELIVERED);
        assertThat(guest(List.of(message("EMAIL", State.SENT)), false, null).reached())
                .isEqualTo(Step.DELIVERED);
        assertThat(guest(sms(State.SENT), true, null).done())
                .containsExactlyInAnyOrder(Step.INVITED, Step.DELIVERED, Step.OPENED);
        assertThat(guest(sms(State.SENT), true, check(Device.OK)).reached()).isEqualTo(Step.CHECKED);
        var waits = guest(sms(State.SENT), true, null, there(ArrivalState.WAITING, true));
        assertThat(waits.reached()).isEqualTo(Step.WAITS);
        assertThat(waits.since()).isEqualTo(NINE);
        assertThat(guest(sms(State.SENT), true, null, there(ArrivalState.ADMITTED, true))
                        .reached())
                .isEqualTo(Step.IN_CALL);
    }

    @Test
    void whoSignsInHasNoLinkToOpenAndWhoIsRungNoMessage() {
        assertThat(patient(sms(State.DELIVERED)).way())
                .doesNotContain(Step.OPENED)
                .contains(Step.DELIVERED);
        assertThat(patient(List.of()).way()).containsExactly(Step.CHECKED, Step.WAITS, Step.IN_CALL);
    }

    @Test
    void troubleIsTheLatestThatStillMatters() {
        assertThat(guest(sms(State.FAILED), false, null).trouble()).isEqualTo(Step.DELIVERED);
        assertThat(guest(List.of(message("SMS", State.FAILED), message("EMAIL", State.SENT)), false, null)
                        .trouble())
                .isNull();
        assertThat(guest(sms(State.FAILED), true, null).trouble()).isNull();
        assertThat(guest(sms(State.SENT), true, check(Device.DENIED)).trouble()).isEqualTo(Step.CHECKED);
        assertThat(guest(sms(State.SENT), true, check(Device.DENIED), there(ArrivalState.ADMITTED, true))
                        .trouble())
                .isNull();
        assertThat(guest(sms(State.SENT), true, null, there(ArrivalState.ADMITTED, false))
                        .trouble())
                .isEqualTo(Step.IN_CALL);
        assertThat(guest(sms(State.SENT), true, null, there(ArrivalState.WAITING, false))
                        .reached())
                .isEqualTo(Step.OPENED);
    }

    @Test
    void whoIsBehindShortlyBeforeTheStartIsToBeRung() {
        var failed = guest(sms(State.FAILED), false, null);
        assertThat(behind(failed, -16)).isFalse();
        assertThat(behind(failed, -15)).isTrue();
        var unopened = guest(sms(State.DELIVERED), false, null);
        assertThat(behind(unopened, -6)).isFalse();
        assertThat(behind(unopened, -5)).isTrue();
        var ready = patient(sms(State.DELIVERED));
        assertThat(behind(ready, -1)).isFalse();
        assertThat(behind(ready, 0)).isTrue();
        assertThat(behind(ready, 46)).isFalse();
        assertThat(behind(guest(sms(State.FAILED), false, null, there(ArrivalState.WAITING, true)), 5))
                .isFalse();
        // Who is late has moved the time for all.
        assertThat(ready.behind(NINE, SLOT, NINE.plus(Duration.ofMinutes(10)))).isFalse();
    }

    private static boolean behind(PersonReadiness it, int minutes) {
        return it.behind(NINE.plus(Duration.ofMinutes(minutes)), SLOT, NINE);
    }

    private static PersonReadiness guest(
            List<Delivery> sent, boolean opened, @Nullable DeviceCheck check, Arrival... there) {
        return PersonReadiness.of(who(ParticipantKind.GUEST, null), sent, opened, check, List.of(there));
    }

    private static PersonReadiness patient(List<Delivery> sent) {
        var who = who(ParticipantKind.PATIENT, new PersonId(UUID.randomUUID()));
        return PersonReadiness.of(who, sent, false, null, List.of());
    }

    private static Participant who(ParticipantKind kind, @Nullable PersonId person) {
        return new Participant(
                ID, VISIT, kind, "Eva", "Lind", "+46701740605", null, "sv", null, person, 1, false, false, null);
    }

    private static List<Delivery> sms(State state) {
        return List.of(message("SMS", state));
    }

    private static Delivery message(String channel, State state) {
        return new Delivery(ID, channel, "INVITATION", state, NINE, null);
    }

    private static Arrival there(ArrivalState state, boolean online) {
        var id = new ArrivalId(UUID.randomUUID());
        return new Arrival(id, VISIT, ID, false, "Eva Lind", "", state, false, NINE, null, online, null, "", "");
    }

    private static DeviceCheck check(Device camera) {
        return new DeviceCheck(
                ID,
                NINE,
                new DeviceCheck.Found(
                        camera,
                        Device.OK,
                        DeviceCheck.Speaker.OK,
                        DeviceCheck.Network.DIRECT,
                        DeviceCheck.Way.NONE,
                        null,
                        null,
                        DeviceCheck.Browser.CHROME,
                        140,
                        DeviceCheck.Platform.WINDOWS));
    }
}
