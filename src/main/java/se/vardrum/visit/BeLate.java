package se.vardrum.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.PractitionerRoleId;

/** "Jag är 10 min sen": promises another time, which everybody is told, and before which nobody has missed the visit. */
@Component
public class BeLate {

    private final FindVisit find;
    private final VisitTable visits;
    private final LiveVisits live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BeLate(FindVisit find, VisitTable visits, LiveVisits live, ApplicationEventPublisher events, Clock clock) {
        this.find = find;
        this.visits = visits;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /**
     * So long after the booked time, or after now when that has passed; the same promise twice in a minute is one. NOT_NOW
     * when it has begun.
     */
    @Transactional
    public DoorOutcome by(Duration delay, Actor.Staff who, AppointmentId id) {
        var seen = find.toChange(who, id).orElse(null);
        if (seen == null) return DoorOutcome.NOT_FOUND;
        if (!seen.visit().state().open()) return DoorOutcome.OVER;
        if (visits.hold(id).state() != VisitState.BOOKED) return DoorOutcome.NOT_NOW;
        var booked = seen.appointment().slot().from();
        var promised =
                later(booked, clock.instant().truncatedTo(ChronoUnit.MINUTES)).plus(delay);
        if (!visits.promise(id, promised)) return DoorOutcome.DONE;
        visits.happened(id, "LATE", new PractitionerRoleId(who.role()), null, clock.instant());
        events.publishEvent(new VisitLate(id, visits.find(id).orElseThrow().timesLate()));
        live.changed(id);
        return DoorOutcome.DONE;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
