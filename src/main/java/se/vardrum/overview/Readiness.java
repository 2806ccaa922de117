package se.vardrum.overview;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.TimeSlot;

/**
 * How ready a visit is.
 *
 * @param patientWaits the patient's page is open in the waiting room
 * @param othersWait how many others wait
 * @param callPatient somebody must ring the patient, who gets no message
 * @param failedSms invitations that did not arrive
 * @param proxyLost somebody who was to be a proxy may not act for the child on that day any more
 * @param failedEmails the same by e-mail
 * @param patientSince since when the patient's side waits; null when it does not
 * @param byGeneralLink how many of the others came by the general link
 * @param people how far each has come who is not staff: the patient first
 * @param interpreterMissing a seat is booked, the visit begins soon or has begun, and nobody is there to take it
 */
public record Readiness(
        boolean patientWaits,
        int othersWait,
        boolean callPatient,
        boolean proxyLost,
        int failedSms,
        int failedEmails,
        Invitations invitations,
        boolean interpreterMissing,
        @Nullable Instant patientSince,
        int byGeneralLink,
        List<PersonReadiness> people) {

    /** How far the invitations that have not failed have come. */
    public enum Invitations {
        NONE,
        UNDERWAY,
        SENT,
        DELIVERED
    }

    /** The first who is behind, shortly before the start and until that one is here; null when nobody is. */
    public @Nullable PersonReadiness toRing(Instant now, TimeSlot booked, Instant start) {
        return people.stream()
                .filter(it -> it.behind(now, booked, start))
                .findFirst()
                .orElse(null);
    }

    public boolean somebodyWaits() {
        return patientWaits || othersWait > 0;
    }
}
