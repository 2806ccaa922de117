package se.vardrum.invitation;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;

/** Says what a link is good for now. Looking changes nothing: mail scanners and previews look too. */
@Component
public class OpenLink {

    /** What now? A link that once was right always has an answer. */
    public sealed interface Outcome {
        record Open(Invitation invitation, Appointment appointment) implements Outcome {}

        /** Taken back or replaced by a newer one; whose it was is not told. */
        record Revoked() implements Outcome {}

        record Cancelled(Appointment appointment) implements Outcome {}

        record Ended(Appointment appointment) implements Outcome {}

        /** Never was a link of ours. */
        record Unknown() implements Outcome {}
    }

    private final InvitationTable invitations;
    private final Appointments appointments;
    private final Clock clock;

    OpenLink(InvitationTable invitations, Appointments appointments, Clock clock) {
        this.invitations = invitations;
        this.appointments = appointments;
        this.clock = clock;
    }

    public Outcome look(String typed) {
        var token = Token.typed(typed);
        if (token == null) return new Outcome.Unknown();
        var invitation = invitations.byHash(token.hash()).orElse(null);
        if (invitation == null) {
            return invitations.byOldHash(token.hash()).isPresent() ? new Outcome.Revoked() : new Outcome.Unknown();
        }
        if (invitation.revoked()) return new Outcome.Revoked();
        var appointment = appointments.find(invitation.appointment()).orElseThrow();
        return switch (appointment.status()) {
            case BOOKED, ARRIVED -> new Outcome.Open(invitation, appointment);
            case CANCELLED -> new Outcome.Cancelled(appointment);
            case FULFILLED, NOSHOW, FAILED -> new Outcome.Ended(appointment);
        };
    }

    /** Somebody joined by it: a POST, so a person did it. */
    @Transactional
    public void used(Invitation invitation) {
        invitations.opened(invitation.id(), clock.instant());
    }
}
