package se.vardrum.invitation;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;

/** Says what a link is good for now. A look changes nothing about the visit: mail scanners and previews look too. */
@Component
public class OpenLink {

    /** What now? A link that once was right always has an answer. */
    public sealed interface Outcome {

        /** A link of ours, now or once. */
        sealed interface Known extends Outcome {
            Invitation invitation();

            Appointment appointment();
        }

        record Open(Invitation invitation, Appointment appointment) implements Known {}

        /** There is a newer one. */
        record Replaced(Invitation invitation, Appointment appointment) implements Known {}

        /** Taken back: the participant is no longer to come, or there is no general link any more. */
        record Revoked(Invitation invitation, Appointment appointment) implements Known {}

        record Cancelled(Invitation invitation, Appointment appointment) implements Known {}

        /** Held, missed or stopped by technology. */
        record Ended(Invitation invitation, Appointment appointment) implements Known {}

        /** Never was a link of ours. */
        record Unknown() implements Outcome {}

        /** Nor was this one, and from there have come so many that it smells of guessing. */
        record Wait() implements Outcome {}
    }

    private final InvitationTable invitations;
    private final Appointments appointments;
    private final WrongTokens wrong;
    private final Clock clock;

    OpenLink(InvitationTable invitations, Appointments appointments, WrongTokens wrong, Clock clock) {
        this.invitations = invitations;
        this.appointments = appointments;
        this.wrong = wrong;
        this.clock = clock;
    }

    /** For somebody at that address. First it is looked up: only a wrong one is counted, and only then may one have to wait. */
    public Outcome look(String typed, String address) {
        var outcome = look(typed);
        switch (outcome) {
            case Outcome.Unknown() -> {
                if (Token.within(typed) != null && wrong.guessed(address)) return new Outcome.Wait();
            }
            case Outcome.Replaced it -> wrong.oldLink(it.appointment().id());
            case Outcome.Revoked it -> wrong.oldLink(it.appointment().id());
            default -> {}
        }
        return outcome;
    }

    /** The same, counting nothing. */
    public Outcome look(String typed) {
        var token = Token.typed(typed);
        if (token == null) return new Outcome.Unknown();
        var invitation = invitations.byHash(token.hash()).orElse(null);
        if (invitation != null) return answer(invitation, false);
        return invitations.byOldHash(token.hash()).map(it -> answer(it, true)).orElseGet(Outcome.Unknown::new);
    }

    /** The link within what a mail program made of it: a bracket, a full stop, a space too many. Empty when it is one as it is. */
    public Optional<String> within(String typed) {
        var token = Token.within(typed);
        return token == null || token.text().equals(typed) || look(token.text()) instanceof Outcome.Unknown
                ? Optional.empty()
                : Optional.of(token.text());
    }

    /** That a visit is over goes before that the link was replaced; who was taken away hears no more of the visit. */
    private Outcome answer(Invitation it, boolean old) {
        var visit = appointments.find(it.appointment()).orElseThrow();
        if (it.revoked()) return new Outcome.Revoked(it, visit);
        var over = over(it, visit);
        if (over != null) return over;
        return old ? new Outcome.Replaced(it, visit) : new Outcome.Open(it, visit);
    }

    private static @Nullable Outcome over(Invitation it, Appointment visit) {
        return switch (visit.status()) {
            case BOOKED, ARRIVED -> null;
            case CANCELLED -> new Outcome.Cancelled(it, visit);
            case FULFILLED, NOSHOW, FAILED -> new Outcome.Ended(it, visit);
        };
    }

    /** Somebody joined by it: a POST, so a person did it. */
    @Transactional
    public void used(Invitation invitation) {
        invitations.opened(invitation.id(), clock.instant());
    }
}
