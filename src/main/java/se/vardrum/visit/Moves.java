package se.vardrum.visit;

import static se.vardrum.visit.ArrivalState.ADMITTED;
import static se.vardrum.visit.ArrivalState.LEFT;
import static se.vardrum.visit.ArrivalState.REFUSED;
import static se.vardrum.visit.ArrivalState.REMOVED;
import static se.vardrum.visit.ArrivalState.WAITING;
import static se.vardrum.visit.VisitState.BOOKED;
import static se.vardrum.visit.VisitState.CANCELLED;
import static se.vardrum.visit.VisitState.FAILED;
import static se.vardrum.visit.VisitState.FINISHED;
import static se.vardrum.visit.VisitState.NO_SHOW;
import static se.vardrum.visit.VisitState.RUNNING;

import java.util.Set;

/**
 * Every move that a visit and an arrival may make; everything else is refused. The table {@code allowed_move} has the
 * same, so that the database refuses it too.
 */
final class Moves {

    private Moves() {}

    /** What happens to a visit. */
    enum OfVisit {
        START(RUNNING, BOOKED),
        END(FINISHED, RUNNING),
        REOPEN(RUNNING, FINISHED),
        MISS(NO_SHOW, BOOKED, RUNNING),
        FAIL(FAILED, BOOKED, RUNNING),
        CANCEL(CANCELLED, BOOKED);

        final VisitState to;
        final Set<VisitState> from;

        OfVisit(VisitState to, VisitState... from) {
            this.to = to;
            this.from = Set.of(from);
        }
    }

    /** What happens to one who came, and as what it stands in the visit's history. */
    enum OfArrival {
        ADMIT("ADMITTED", ADMITTED, WAITING),
        REFUSE("REFUSED", REFUSED, WAITING),
        TAKE_BACK("TAKEN_BACK", WAITING, REFUSED),
        SEND_BACK("SENT_BACK", WAITING, ADMITTED),
        LEAVE("LEFT", LEFT, WAITING, ADMITTED),
        COME_BACK_TO_WAIT("CAME_BACK", WAITING, LEFT),
        COME_BACK_IN("CAME_BACK", ADMITTED, LEFT, WAITING),
        REMOVE("PUT_OUT", REMOVED, WAITING, ADMITTED, LEFT, REFUSED);

        final String happened;
        final ArrivalState to;
        final Set<ArrivalState> from;

        OfArrival(String happened, ArrivalState to, ArrivalState... from) {
            this.happened = happened;
            this.to = to;
            this.from = Set.of(from);
        }
    }

    /**
     * True for whom nobody has to let in: one who is named, comes in the browser the place belongs to, was not sent back
     * to wait, and finds the visit running and the door not locked. Staff have the key.
     */
    static boolean comesIn(VisitState visit, boolean locked, boolean named, boolean staff, boolean held) {
        return visit == RUNNING && named && !held && (staff || !locked);
    }
}
