package se.vardrum.visit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

/**
 * Somebody who came to a visit.
 *
 * @param participant null for one who came by the general link
 * @param toConfirm came by the link of a patient who cannot sign in: a place for each browser, and staff confirm who it is
 * @param name the name in full; who may see it is decided where it is shown
 * @param givenRole what one who came by the general link says of oneself
 * @param online a page of theirs is connected right now
 * @param page the newest page of this person
 * @param deviceCheck what their browser could use, such as "camera,microphone"; empty when not told
 */
public record Arrival(
        ArrivalId id,
        AppointmentId visit,
        @Nullable ParticipantId participant,
        boolean toConfirm,
        String name,
        String givenRole,
        ArrivalState state,
        Instant since,
        boolean online,
        String page,
        String deviceCheck) {

    public boolean byGeneralLink() {
        return participant == null;
    }
}
