package se.vardrum.messaging;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.AppointmentBegun;
import se.vardrum.appointment.AppointmentBooked;
import se.vardrum.appointment.AppointmentCancelled;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.Participant;
import se.vardrum.appointment.ParticipantAdded;
import se.vardrum.appointment.ParticipantCorrected;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.appointment.ParticipantKind;
import se.vardrum.appointment.ParticipantRemoved;
import se.vardrum.messaging.MessageTable.New;
import se.vardrum.page.Ids;
import se.vardrum.visit.VisitLate;
import se.vardrum.visit.VisitStarted;

/** Writes down who is to be told what, in the transaction in which it happens: with the booking, or not at all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteMessages {

    private final MessageTable messages;
    private final Appointments appointments;
    private final SendQueue queue;
    private final Clock clock;

    WriteMessages(MessageTable messages, Appointments appointments, SendQueue queue, Clock clock) {
        this.messages = messages;
        this.appointments = appointments;
        this.queue = queue;
        this.clock = clock;
    }

    @EventListener
    void on(AppointmentBooked booked) {
        invite(
                booked.id(),
                booked.guestsInvited()
                        ? booked.participants()
                        : booked.participants().stream()
                                .filter(it -> !it.guest() || it.interpreter())
                                .toList());
    }

    /** Guests who were not to have a link before the start are told now. */
    @EventListener
    void on(AppointmentBegun begun) {
        var it = begun.appointment();
        if (!it.linksAtStart()) return;
        invite(
                it.id(),
                appointments.participants(it.id()).stream()
                        .filter(each -> each.guest() && !each.interpreter()) // whose agency was told at the booking
                        .toList());
    }

    @EventListener
    void on(ParticipantAdded added) {
        var participant = appointments.participant(added.participant()).orElseThrow();
        if (now(participant)) invite(added.appointment(), List.of(participant));
    }

    @EventListener
    void on(ParticipantCorrected corrected) {
        appointments.participant(corrected.participant()).ifPresent(it -> {
            messages.dropInvitations(corrected.appointment(), it.id(), it.revision());
            if (now(it)) invite(corrected.appointment(), List.of(it));
        });
    }

    /** False for a guest who is not to have a link yet. */
    private boolean now(Participant it) {
        return !it.guest() || appointments.find(it.appointment()).orElseThrow().linkNow(it);
    }

    /**
     * First drop, then look who has been told: a message sent at this very moment is then seen as the one or the other. A
     * proxy leaves a visit only by being barred, and is told nothing more.
     */
    @EventListener
    void on(ParticipantRemoved removed) {
        messages.dropInvitations(removed.appointment(), removed.participant(), Integer.MAX_VALUE);
        appointments
                .participant(removed.participant())
                .filter(it -> it.kind() != ParticipantKind.PROXY)
                .ifPresent(it -> tell(removed.appointment(), MessageKind.REMOVAL, List.of(it)));
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        messages.dropInvitations(cancelled.id(), null, Integer.MAX_VALUE);
        tell(cancelled.id(), MessageKind.CANCELLATION, appointments.participants(cancelled.id()));
    }

    /** Whoever was invited; staff see it where they are. */
    @EventListener
    void on(VisitLate late) {
        tell(late.id(), MessageKind.LATE, late.times(), appointments.participants(late.id()));
    }

    @EventListener
    void on(VisitStarted started) {
        if (started.away().isEmpty()) return;
        tell(
                started.id(),
                MessageKind.STARTED,
                1,
                appointments.participants(started.id()).stream()
                        .filter(it -> started.away().contains(it.id()))
                        .toList());
    }

    /** An invitation went out in the moment it was dropped: it is taken back as if it had gone before. */
    void overtaken(Message invitation) {
        var participant = appointments.participant(invitation.participant()).orElseThrow();
        var appointment = appointments.find(invitation.appointment()).orElseThrow();
        if (participant.removed()) tell(appointment.id(), MessageKind.REMOVAL, List.of(participant));
        else if (!appointment.open()) tell(appointment.id(), MessageKind.CANCELLATION, List.of(participant));
    }

    private void invite(AppointmentId appointment, List<Participant> all) {
        var wanted = new ArrayList<New>();
        for (var it : all) {
            if (it.kind() == ParticipantKind.PRACTITIONER) continue; // sees it under "Besök som gäst"
            if (it.mobile() != null) wanted.add(message(it, Medium.SMS, MessageKind.INVITATION, 1));
            if (it.email() != null && it.guest()) wanted.add(message(it, Medium.EMAIL, MessageKind.INVITATION, 1));
        }
        write(appointment, wanted);
    }

    private void tell(AppointmentId appointment, MessageKind kind, List<Participant> all) {
        tell(appointment, kind, 1, all);
    }

    private void tell(AppointmentId appointment, MessageKind kind, int nth, List<Participant> all) {
        Map<ParticipantId, Participant> byId =
                all.stream().collect(Collectors.toMap(Participant::id, Function.identity()));
        write(
                appointment,
                messages.invited(appointment).stream()
                        .filter(it -> byId.containsKey(it.participant()))
                        .map(it -> message(requireNonNull(byId.get(it.participant())), it.medium(), kind, nth))
                        .toList());
    }

    private void write(AppointmentId appointment, List<New> wanted) {
        if (wanted.isEmpty()) return;
        var now = clock.instant();
        messages.write(appointment, wanted, now);
        queue.add(appointment, now);
    }

    private static New message(Participant to, Medium medium, MessageKind kind, int nth) {
        return new New(Ids.next(), to.id(), medium, kind, to.revision(), nth);
    }
}
