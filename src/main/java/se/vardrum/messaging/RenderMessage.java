package se.vardrum.messaging;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.directory.Directory;
import se.vardrum.invitation.Links;

/** Makes a message from the data as they are at the moment of sending. */
@Component
class RenderMessage {

    /** What a row means now. */
    sealed interface Rendered {}

    record Ready(Outgoing outgoing) implements Rendered {}

    /** It no longer holds. */
    record Pointless() implements Rendered {}

    /** It cannot be sent; the key of a text says why. */
    record Impossible(String problemKey) implements Rendered {}

    private final Appointments appointments;
    private final Directory directory;
    private final Links links;
    private final MessageTexts texts;
    private final CalendarFile calendar;
    private final Clock clock;

    RenderMessage(
            Appointments appointments,
            Directory directory,
            Links links,
            MessageTexts texts,
            CalendarFile calendar,
            Clock clock) {
        this.appointments = appointments;
        this.directory = directory;
        this.links = links;
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    Rendered render(Message it) {
        var appointment = appointments.find(it.appointment()).orElseThrow();
        var participant = appointments.participant(it.participant()).orElseThrow();
        boolean invitation = it.kind() == MessageKind.INVITATION;
        if (invitation && (participant.removed() || appointment.status() == Appointment.Status.CANCELLED))
            return new Pointless();
        if (!clock.instant().isBefore(appointment.slot().to())) return new Impossible("messaging.problem.too-late");
        var to = it.medium() == Medium.SMS ? participant.mobile() : participant.email();
        if (to == null) return new Pointless();
        return new Ready(
                outgoing(it, appointment, participant, to, appointment.slot().to()));
    }

    private Outgoing outgoing(Message it, Appointment appointment, Participant participant, String to, Instant until) {
        var unit = directory.unit(appointment.unit());
        boolean guest = participant.guest();
        var link = guest && it.kind() == MessageKind.INVITATION ? links.personal(participant.id()) : "";
        var about = new MessageTexts.About(
                it.kind(), guest, participant.language(), participant.name(), unit, appointment.slot(), link);
        return new Outgoing(
                it.id(),
                it.round(),
                participant.id(),
                it.medium(),
                to,
                it.medium() == Medium.EMAIL ? texts.subject(about) : "",
                it.medium() == Medium.EMAIL ? texts.email(about) : texts.sms(about),
                it.medium() == Medium.EMAIL ? () -> calendar.of(it, about, to) : null,
                until);
    }
}
