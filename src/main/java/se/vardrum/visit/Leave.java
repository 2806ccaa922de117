package se.vardrum.visit;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.appointment.AppointmentId;

/** Somebody goes, and may come back. */
@Component
public class Leave {

    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final LiveVisits live;
    private final Clock clock;

    Leave(VisitTable visits, ArrivalTable arrivals, LiveVisits live, Clock clock) {
        this.visits = visits;
        this.arrivals = arrivals;
        this.live = live;
        this.clock = clock;
    }

    /** False when that browser has no place there. */
    @Transactional
    public boolean leave(AppointmentId id, UUID browser) {
        var own = arrivals.ofBrowser(id, browser).map(Arrival::id).orElse(null);
        if (own == null) return false;
        if (!arrivals.move(own, id, Moves.OfArrival.LEAVE)) return true;
        visits.happened(id, Moves.OfArrival.LEAVE.happened, null, own, clock.instant());
        live.changed(id);
        return true;
    }
}
