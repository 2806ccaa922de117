package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.vardrum.access.Actor;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.Appointments;
import se.vardrum.appointment.ChangeParticipants;
import se.vardrum.directory.PractitionerRoleId;
import se.vardrum.visit.FindVisit.Seen;
import se.vardrum.visit.Moves.OfArrival;

/**
 * What staff do with those who came: let in, refuse, take a refusal back, send back to wait, put out. Each may be said
 * twice and from a page that is no longer fresh.
 */
@Component
public class Admit {

    private final FindVisit find;
    private final VisitTable visits;
    private final ArrivalTable arrivals;
    private final Appointments appointments;
    private final ChangeParticipants change;
    private final LiveVisits live;
    private final Clock clock;

    Admit(
            FindVisit find,
            VisitTable visits,
            ArrivalTable arrivals,
            Appointments appointments,
            ChangeParticipants change,
            LiveVisits live,
            Clock clock) {
        this.find = find;
        this.visits = visits;
        this.arrivals = arrivals;
        this.appointments = appointments;
        this.change = change;
        this.live = live;
        this.clock = clock;
    }

    @Transactional
    public DoorOutcome admit(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        var seen = seen(who, id);
        if (seen != null && seen.visit().state() == VisitState.BOOKED) return DoorOutcome.NOT_STARTED;
        return move(who, seen, arrival, OfArrival.ADMIT);
    }

    @Transactional
    public DoorOutcome refuse(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        return move(who, seen(who, id), arrival, OfArrival.REFUSE);
    }

    /** A refusal was a mistake: that one waits again. */
    @Transactional
    public DoorOutcome takeBack(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        return move(who, seen(who, id), arrival, OfArrival.TAKE_BACK);
    }

    /** Back to the waiting room, until let in again: private minutes. Staff cannot be sent there. */
    @Transactional
    public DoorOutcome sendBack(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        var seen = seen(who, id);
        if (arrivals.find(id, arrival).filter(this::isStaff).isPresent())
            return seen == null ? DoorOutcome.NOT_FOUND : DoorOutcome.STAYS;
        return move(who, seen, arrival, OfArrival.SEND_BACK);
    }

    /** Out, for good. A guest with an own link is no participant any more: the link dies, and the guest is told. */
    @Transactional
    public DoorOutcome remove(Actor.Staff who, AppointmentId id, ArrivalId arrival) {
        var seen = seen(who, id);
        var place = arrivals.find(id, arrival).orElse(null);
        if (seen == null || place == null) return DoorOutcome.NOT_FOUND;
        if (isStaff(place)) return DoorOutcome.STAYS;
        if (!place.named()) return move(who, seen, arrival, OfArrival.REMOVE);
        if (!seen.visit().state().open()) return DoorOutcome.OVER;
        return switch (change.remove(who, id, requireNonNull(place.participant()))) {
            case DONE -> DoorOutcome.DONE;
            case TOO_LATE -> DoorOutcome.OVER;
            case NOTHING_TO_DO, NOT_ALLOWED, REASON_NEEDED, DONE_QUIETLY, CHANGED ->
                place.state() == ArrivalState.REMOVED ? DoorOutcome.DONE : DoorOutcome.STAYS;
        };
    }

    private @Nullable Seen seen(Actor.Staff who, AppointmentId id) {
        return find.toChange(who, id).orElse(null);
    }

    private boolean isStaff(Arrival it) {
        return it.named()
                && appointments
                        .participant(requireNonNull(it.participant()))
                        .filter(one -> one.role() != null)
                        .isPresent();
    }

    private DoorOutcome move(Actor.Staff who, @Nullable Seen seen, ArrivalId arrival, OfArrival move) {
        if (seen == null) return DoorOutcome.NOT_FOUND;
        var id = seen.visit().id();
        if (!seen.visit().state().open()) return DoorOutcome.OVER;
        if (arrivals.move(arrival, id, move)) {
            visits.happened(id, move.happened, new PractitionerRoleId(who.role()), arrival, clock.instant());
            live.changed(id);
            return DoorOutcome.DONE;
        }
        var place = arrivals.find(id, arrival).orElse(null);
        if (place == null) return DoorOutcome.NOT_FOUND;
        return place.state() == move.to ? DoorOutcome.DONE : DoorOutcome.NOT_NOW;
    }
}
