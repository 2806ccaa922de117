package se.vardrum.visit;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.PractitionerRoleId;

/** Lets one who waits in, or refuses; each may be said twice and from a page that is no longer fresh. */
@Component
public class Admit {

    private final FindVisit find;
    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final LiveVisits live;
    private final Clock clock;

    Admit(FindVisit find, VisitTable visits, ArrivalTable arrivals, LiveVisits live, Clock clock) {
        this.find = find;
        this.visits = visits;
        this.arrivals = arrivals;
        this.live = live;
        this.clock = clock;
    }

    /** False when there is no such visit for this one, or it is not running. */
    @Transactional
    public boolean admit(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        return move(who, id, arrival, ArrivalState.ADMITTED, "ADMITTED");
    }

    @Transactional
    public boolean refuse(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        return move(who, id, arrival, ArrivalState.REFUSED, "REFUSED");
    }

    private boolean move(Actor.Staff who, AppointmentId id, ArrivalId arrival, ArrivalState to, String kind) {
        var seen = find.forStaff(who, id).filter(it -> it.access().mayChange()).orElse(null);
        if (seen == null || !seen.visit().state().open()) return false;
        if (to == ArrivalState.ADMITTED && seen.visit().state() != VisitState.RUNNING) return false;
        if (arrivals.move(arrival, id, to)) {
            visits.happened(id, kind, new PractitionerRoleId(who.role()), arrival, clock.instant());
            live.changed(id);
        }
        return true;
    }
}
