package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.AccessLog;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.HoldAppointment;
import se.vardrum.appointment.ParticipantId;
import se.vardrum.directory.PractitionerRoleId;

/**
 * Starts a visit: whoever of the added practitioners does it becomes the responsible one, and the named ones who are
 * there come in by themselves. Those from the general link go on waiting.
 */
@Component
public class StartVisit {

    /** What became of it. */
    public enum Outcome {
        STARTED,
        /** Somebody was faster; join. */
        RUNNING_ALREADY,
        /** Ended or called off. */
        TOO_LATE,
        /** No such visit for this one. */
        NOT_FOUND
    }

    private final FindVisit find;
    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final HoldAppointment appointment;
    private final LiveVisits live;
    private final AccessLog log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StartVisit(
            FindVisit find,
            VisitTable visits,
            ArrivalTable arrivals,
            HoldAppointment appointment,
            LiveVisits live,
            AccessLog log,
            ApplicationEventPublisher events,
            Clock clock) {
        this.find = find;
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointment = appointment;
        this.live = live;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public Outcome start(Actor.Staff who, AppointmentId id) {
        var seen = find.toChange(who, id).orElse(null);
        if (seen == null) return Outcome.NOT_FOUND;
        var role = new PractitionerRoleId(who.role());
        if (!visits.start(id, role, clock.instant())) {
            return visits.find(id).orElseThrow().state() == VisitState.RUNNING
                    ? Outcome.RUNNING_ALREADY
                    : Outcome.TOO_LATE;
        }
        var away = away(id);
        appointment.begun(id);
        arrivals.admitNamed(id);
        visits.happened(id, "STARTED", role, null, clock.instant());
        log.write(who, AccessLog.Action.JOINED, seen.appointment().person().value(), id.value());
        events.publishEvent(new VisitStarted(id, role, away));
        live.changed(id);
        return Outcome.STARTED;
    }

    private List<ParticipantId> away(AppointmentId id) {
        return arrivals.of(List.of(id)).stream()
                .filter(it -> it.named() && !it.online())
                .filter(it -> it.state() == ArrivalState.WAITING || it.state() == ArrivalState.LEFT)
                .map(it -> requireNonNull(it.participant()))
                .toList();
    }
}
