package se.vardrum.visit;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentBooked;
import se.vardrum.appointment.AppointmentCancelled;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.HoldAppointment;
import se.vardrum.appointment.ParticipantCorrected;
import se.vardrum.appointment.ParticipantRemoved;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.visit.Moves.OfVisit;

/** Ends a visit for all: the call closes everywhere and links stop working. Also follows what happens to the appointment. */
@Component
public class EndVisit {

    private final FindVisit find;
    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final HoldAppointment appointment;
    private final LiveVisits live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EndVisit(
            FindVisit find,
            VisitTable visits,
            ArrivalTable arrivals,
            HoldAppointment appointment,
            LiveVisits live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.find = find;
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointment = appointment;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /** False when there is no such visit for this one. Ending what has ended is fine. */
    @Transactional
    public boolean end(Actor.Staff who, AppointmentId id) {
        if (find.toChange(who, id).isEmpty()) return false;
        var role = new PractitionerRoleId(who.role());
        if (!visits.end(id, OfVisit.END, role, clock.instant())) return true;
        appointment.ended(id);
        arrivals.allLeave(id);
        visits.happened(id, "ENDED", role, null, clock.instant());
        events.publishEvent(new VisitEnded(id));
        live.changed(id);
        return true;
    }

    @EventListener
    void on(AppointmentBooked booked) {
        visits.insert(booked.id());
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        visits.end(cancelled.id(), OfVisit.CANCEL, null, clock.instant());
        live.changed(cancelled.id());
    }

    /** The link went to somebody else than it was meant for: whoever is there by the old one goes. */
    @EventListener
    void on(ParticipantCorrected corrected) {
        arrivals.vacate(corrected.appointment(), corrected.participant());
        live.changed(corrected.appointment());
    }

    @EventListener
    void on(ParticipantRemoved removed) {
        arrivals.remove(removed.appointment(), removed.participant());
        live.changed(removed.appointment());
    }
}
