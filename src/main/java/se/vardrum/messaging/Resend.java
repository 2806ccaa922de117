package se.vardrum.messaging;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.page.NotFound;
import se.vardrum.visit.FindVisit;

/** Sends somebody's invitation once more, whether it failed or was just not found; the link in it stays the same. */
@Component
public class Resend {

    /** What became of it. */
    public enum Outcome {
        ON_ITS_WAY,
        /** It was being sent already: nothing goes twice. */
        WAS_ON_ITS_WAY,
        /** The visit is over or called off, or there is no such invitation any more. */
        NOT_POSSIBLE
    }

    private final MessageTable messages;
    private final SendQueue queue;
    private final FindVisit visits;
    private final Clock clock;

    Resend(MessageTable messages, SendQueue queue, FindVisit visits, Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.visits = visits;
        this.clock = clock;
    }

    /** Throws NotFound for a visit that this one may not change. */
    @Transactional
    public Outcome resend(Actor.Staff who, AppointmentId id, ParticipantId to, Medium channel) {
        var seen = visits.toChange(who, id).orElseThrow(NotFound::new);
        var now = clock.instant();
        var invitation = invitation(id, to, channel);
        if (invitation.isEmpty()
                || !seen.appointment().open()
                || !now.isBefore(seen.appointment().slot().to())) return Outcome.NOT_POSSIBLE;
        var message = invitation.get().id();
        if (!messages.again(message, now)) return Outcome.WAS_ON_ITS_WAY;
        queue.add(id, now);
        return Outcome.ON_ITS_WAY;
    }

    private Optional<Message> invitation(AppointmentId id, ParticipantId to, Medium channel) {
        return messages.newest(List.of(id)).stream()
                .filter(it -> it.participant().equals(to) && it.medium() == channel)
                .filter(it -> it.kind() == MessageKind.INVITATION && it.state() != Deliveries.State.DROPPED)
                .findFirst();
    }
}
