package se.vardrum.appointment;

import org.jspecify.annotations.Nullable;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.PersonId;

/**
 * Somebody named in an appointment, with the contact as it was given there.
 *
 * @param mobile E.164
 * @param language "sv" or "en": the language of messages
 * @param role only for a practitioner
 * @param person only for a patient or proxy
 * @param byLink a patient who cannot sign in: comes by a personal link, and waits for somebody to confirm who it is
 * @param revision grows each time the contact is corrected
 */
public record Participant(
        ParticipantId id,
        AppointmentId appointment,
        ParticipantKind kind,
        String firstName,
        String lastName,
        @Nullable String mobile,
        @Nullable String email,
        String language,
        @Nullable PractitionerRoleId role,
        @Nullable PersonId person,
        int revision,
        boolean removed,
        boolean byLink) {

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    public boolean guest() {
        return kind == ParticipantKind.GUEST || kind == ParticipantKind.INTERPRETER;
    }
}
