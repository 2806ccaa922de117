package se.vardrum.appointment;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.directory.Directory;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.patient.Patients;

/** Adds, corrects and takes away guests, interpreters and staff after the booking. Callers have found the appointment as theirs. */
@Component
public class ChangeParticipants {

    /** What became of it. */
    public enum Outcome {
        DONE,
        /** Corrected, and where the guest is reached is the same: the link lives on, and nothing is sent. */
        DONE_QUIETLY,
        /** Somebody else changed the same since the page was shown. */
        CHANGED,
        /** The visit has ended or been called off. */
        TOO_LATE,
        /** A guest at a visit of one with protected identity, and no reason. */
        REASON_NEEDED,
        /** The type of visit has no guests, or no staff beside the one who booked. */
        NOT_ALLOWED,
        /** Not a participant of this appointment, or one already. */
        NOTHING_TO_DO
    }

    private final AppointmentTable appointments;
    private final ParticipantTable participants;
    private final Patients patients;
    private final Directory directory;
    private final AccessLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChangeParticipants(
            AppointmentTable appointments,
            ParticipantTable participants,
            Patients patients,
            Directory directory,
            AccessLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appointments = appointments;
        this.participants = participants;
        this.patients = patients;
        this.directory = directory;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** For one who looked at no page first. */
    @Transactional
    public Outcome addGuest(Actor.Staff who, AppointmentId id, BookAppointment.Guest guest, String reason) {
        return addGuest(who, id, guest, reason, null);
    }

    /**
     * A guest or an interpreter. The latter also where the type of visit has no guests: those are whoever the patient
     * wants along, and without the interpreter there is no visit.
     *
     * @param reason needed when the patient has protected identity; empty otherwise
     * @param seen the mark of those who took part when the page was shown; null when nobody looked
     */
    @Transactional
    public Outcome addGuest(
            Actor.Staff who, AppointmentId id, BookAppointment.Guest guest, String reason, @Nullable String seen) {
        var appointment = appointments.find(id).orElseThrow();
        if (guest.seat() == null && !appointment.type().guests()) return Outcome.NOT_ALLOWED;
        var patient = patients.profile(appointment.profile()).orElseThrow();
        if (patient.protectedIdentity() && reason.isBlank()) return Outcome.REASON_NEEDED;
        appointments.hold(id);
        if (seen != null && !seen.equals(Participant.mark(participants.of(id)))) return Outcome.CHANGED;
        var outcome = add(who, id, Everybody.guest(id, guest));
        if (!patient.protectedIdentity()) return outcome;
        if (outcome == Outcome.DONE)
            log.because(
                    reason,
                    who,
                    AccessLog.Action.GUEST_INVITED,
                    patient.person().value(),
                    id.value());
        return outcome;
    }

    @Transactional
    public Outcome addColleague(Actor.Staff who, AppointmentId id, PractitionerRoleId role) {
        var colleague = directory.role(role).orElse(null);
        boolean there = participants.of(id).stream().anyMatch(it -> role.equals(it.role()));
        if (colleague == null || there) return Outcome.NOTHING_TO_DO;
        if (!appointments.find(id).orElseThrow().type().staff()) return Outcome.NOT_ALLOWED;
        return add(who, id, Everybody.staff(id, colleague.firstName(), colleague.lastName(), role));
    }

    private Outcome add(Actor.Staff who, AppointmentId id, Participant added) {
        appointments.hold(id);
        if (!open(id)) return Outcome.TOO_LATE;
        participants.insert(List.of(added), clock.instant());
        changed(who, id);
        events.publishEvent(new ParticipantAdded(id, added.id()));
        return Outcome.DONE;
    }

    /**
     * A guest or an interpreter. With a new contact the old link dies and a new invitation goes out; whatever else is
     * corrected leaves both alone.
     *
     * @param seen {@link Participant#mark} of the guest as the page showed it; null when nobody looked
     */
    @Transactional
    public Outcome correctGuest(
            Actor.Staff who,
            AppointmentId id,
            ParticipantId guest,
            BookAppointment.Guest correct,
            @Nullable String seen) {
        appointments.hold(id);
        if (!open(id)) return Outcome.TOO_LATE;
        var before = participants
                .find(guest)
                .filter(it -> it.appointment().equals(id) && it.guest() && !it.removed())
                .filter(it -> it.interpreter() == (correct.seat() != null))
                .orElse(null);
        if (before == null || correct.same(before)) return Outcome.NOTHING_TO_DO;
        if (seen != null && !seen.equals(before.mark())) return Outcome.CHANGED;
        boolean told = !correct.sameContact(before);
        if (!participants.correct(guest, correct, told)) return Outcome.NOTHING_TO_DO;
        changed(who, id);
        if (!told) return Outcome.DONE_QUIETLY;
        events.publishEvent(new ParticipantCorrected(id, guest));
        return Outcome.DONE;
    }

    /** A guest, an interpreter, or a colleague who is not the responsible one. */
    @Transactional
    public Outcome remove(Actor.Staff who, AppointmentId id, ParticipantId participant) {
        var appointment = appointments.find(id).orElseThrow();
        if (!appointment.open()) return Outcome.TOO_LATE;
        var leaving = participants
                .find(participant)
                .filter(it -> it.appointment().equals(id))
                .orElse(null);
        boolean may = leaving != null
                && leaving.person() == null
                && !appointment.responsible().equals(leaving.role());
        if (!may || !participants.remove(participant, clock.instant())) return Outcome.NOTHING_TO_DO;
        changed(who, id);
        events.publishEvent(new ParticipantRemoved(id, participant));
        return Outcome.DONE;
    }

    /**
     * Takes back a removal: the same one is added again, a guest with a new link. Twice does it once.
     *
     * @return REASON_NEEDED for a guest of one with protected identity: that is asked where guests are added
     */
    @Transactional
    public Outcome putBack(Actor.Staff who, AppointmentId id, ParticipantId removed) {
        appointments.hold(id);
        var appointment = appointments.find(id).orElseThrow();
        var gone = participants
                .find(removed)
                .filter(it -> it.appointment().equals(id) && it.removed() && it.person() == null)
                .orElse(null);
        if (gone == null) return Outcome.NOTHING_TO_DO;
        if (gone.role() != null) return addColleague(who, id, gone.role());
        if (!gone.interpreter() && !appointment.type().guests()) return Outcome.NOT_ALLOWED;
        if (patients.protectedIdentity(appointment.profile())) return Outcome.REASON_NEEDED;
        var again = gone.again();
        if (participants.find(again.id()).isPresent()) return Outcome.NOTHING_TO_DO;
        return add(who, id, again);
    }

    /** The patient has been rung: "Ring patienten" is done. */
    @Transactional
    public void patientRung(Actor.Staff who, AppointmentId id) {
        appointments.taskDone(id, new PractitionerRoleId(who.role()), clock.instant());
        changed(who, id);
    }

    private boolean open(AppointmentId id) {
        return appointments.find(id).orElseThrow().open();
    }

    private void changed(Actor.Staff who, AppointmentId id) {
        log.write(
                who,
                AccessLog.Action.CHANGED,
                appointments.find(id).orElseThrow().person().value(),
                id.value());
    }
}
