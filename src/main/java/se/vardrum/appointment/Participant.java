package se.vardrum.appointment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.page.Texts;
import se.vardrum.patient.PersonId;

/**
 * Somebody named in an appointment, with the contact as it was given there.
 *
 * @param mobile E.164
 * @param language "sv" or "en": the language of messages
 * @param role only for a practitioner
 * @param person only for a patient or proxy
 * @param byLink a patient who cannot sign in: comes by a personal link, and waits for somebody to confirm who it is
 * @param seat only for an interpreter, who may have no name yet and no contact
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
        boolean byLink,
        @Nullable InterpreterSeat seat) {

    public String name() {
        return (firstName + " " + lastName).strip();
    }

    /** Tells whether this one is still as it was shown. */
    public String mark() {
        return Integer.toHexString(toString().hashCode());
    }

    /** Tells whether those who take part are still the same. */
    static String mark(List<Participant> all) {
        return Integer.toHexString(
                all.stream().map(it -> it.id().toString()).sorted().toList().hashCode());
    }

    /** This one, taken away, as one to be added anew; always under the same id, so that there is one at most. */
    Participant again() {
        var next = UUID.nameUUIDFromBytes(("again " + id.value()).getBytes(StandardCharsets.US_ASCII));
        return new Participant(
                new ParticipantId(next),
                appointment,
                kind,
                firstName,
                lastName,
                mobile,
                email,
                language,
                role,
                person,
                1,
                false,
                byLink,
                seat);
    }

    /** The name, or for an interpreter who has none yet what that one is. */
    public String shown(Texts t) {
        return unnamed() ? t.say("appointment.seat.name") : name();
    }

    public boolean guest() {
        return kind == ParticipantKind.GUEST || kind == ParticipantKind.INTERPRETER;
    }

    public boolean interpreter() {
        return seat != null;
    }

    /** Nobody knows yet who will take this seat: the name is given at the door. */
    public boolean unnamed() {
        return interpreter() && name().isEmpty();
    }

    /**
     * Whoever has this one's link may be anybody: an own place for each browser, and staff confirm who it is. So for a
     * patient who cannot sign in, and for an interpreter whose link went to nobody's own number or address.
     */
    public boolean toConfirm() {
        return byLink || interpreter() && mobile == null && email == null;
    }
}
