package se.vardrum.visit;

import java.time.Clock;
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

    /** The place must be the caller's own. */
    @Transactional
    public void leave(AppointmentId id, ArrivalId own) {
        if (!arrivals.move(own, id, ArrivalState.LEFT)) return;
        visits.happened(id, "LEFT", null, own, clock.instant());
        live.changed(id);
    }
}
