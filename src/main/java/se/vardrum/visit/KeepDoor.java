package se.vardrum.visit;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.directory.PractitionerRoleId;

/** The door of a visit: locked or not, and the note on it for those who wait. */
@Component
public class KeepDoor {

    private final FindVisit find;
    private final VisitTable visits;
    private final LiveVisits live;
    private final Clock clock;

    KeepDoor(FindVisit find, VisitTable visits, LiveVisits live, Clock clock) {
        this.find = find;
        this.visits = visits;
        this.live = live;
        this.clock = clock;
    }

    /**
     * While it is locked nobody new comes in by oneself, a named one neither; who is in stays, and staff have the key.
     * Only while the visit runs.
     */
    @Transactional
    public DoorOutcome lock(Actor.Staff who, AppointmentId id, boolean locked) {
        var seen = find.toChange(who, id).orElse(null);
        if (seen == null) return DoorOutcome.NOT_FOUND;
        if (!seen.visit().state().open()) return DoorOutcome.OVER;
        if (seen.visit().state() != VisitState.RUNNING) return DoorOutcome.NOT_STARTED;
        if (visits.lock(id, locked)) told(who, id, locked ? "LOCKED" : "UNLOCKED");
        return DoorOutcome.DONE;
    }

    /**
     * Everybody who waits for this visit reads it, also those staff do not know.
     *
     * @param own at most 200 characters
     */
    @Transactional
    public DoorOutcome write(Actor.Staff who, AppointmentId id, @Nullable ReadyNote ready, @Nullable String own) {
        var seen = find.toChange(who, id).orElse(null);
        if (seen == null) return DoorOutcome.NOT_FOUND;
        if (!seen.visit().state().open()) return DoorOutcome.OVER;
        visits.note(id, ready, own);
        told(who, id, "NOTE");
        return DoorOutcome.DONE;
    }

    private void told(Actor.Staff who, AppointmentId id, String what) {
        visits.happened(id, what, new PractitionerRoleId(who.role()), null, clock.instant());
        live.changed(id);
    }
}
