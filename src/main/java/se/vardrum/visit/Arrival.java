package se.vardrum.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.appointment.ParticipantId;

/**
 * Somebody who came to a visit.
 *
 * @param participant null for one who came by the general link
 * @param toConfirm came by a link that opens nothing by itself: that of a patient who cannot sign in, or a guest's that is
 *     in use in another browser. A place for each browser, and staff confirm who it is
 * @param name the name in full; who may see it is decided where it is shown
 * @param givenRole what one who came by the general link says of oneself
 * @param held staff sent this one back to wait
 * @param browser to which browser the place belongs; null when to none any more
 * @param online a page of theirs is connected right now
 * @param silentAt when that page was lost; null while it is there, or when it never was
 * @param page the newest page of this person
 * @param deviceCheck what their browser could use, such as "camera,microphone"; empty when not told
 */
public record Arrival(
        ArrivalId id,
        AppointmentId visit,
        @Nullable ParticipantId participant,
        boolean toConfirm,
        String name,
        String givenRole,
        ArrivalState state,
        boolean held,
        Instant since,
        @Nullable UUID browser,
        boolean online,
        @Nullable Instant silentAt,
        String page,
        String deviceCheck) {

    public boolean byGeneralLink() {
        return participant == null;
    }

    /** Waits now: whoever has closed the page does not. */
    public boolean waits() {
        return state == ArrivalState.WAITING && online;
    }

    /** Is in the call now; a lost connection is no leaving, and yet one is not there. */
    public boolean inCall() {
        return state == ArrivalState.ADMITTED && online;
    }

    /** Until when the place is kept for its browser alone: a reload, or a tunnel, is no leaving. Null while it is connected. */
    @Nullable
    Instant keptUntil() {
        if (online) return null;
        return silentAt == null ? since : silentAt.plus(LiveNodeTable.SILENCE);
    }

    /** Has a place of one's own: one that nobody has to confirm. */
    boolean named() {
        return participant != null && !toConfirm;
    }
}
