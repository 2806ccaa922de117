package se.vardrum.invitation;

import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

/**
 * A link into a visit.
 *
 * @param participant whose it is; null for the general link
 */
public record Invitation(
        InvitationId id,
        AppointmentId appointment,
        @Nullable ParticipantId participant,
        int version,
        boolean revoked) {

    public boolean general() {
        return participant == null;
    }
}
