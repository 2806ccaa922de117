package se.vardrum.visit;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.directory.CareUnit;

/**
 * When the waiting room of a visit lets in others than staff, who are never refused.
 *
 * @param from null: from the booking on
 * @param forgotten a visit that nobody has started by then will hardly be held
 */
public record Opening(@Nullable Instant from, Instant forgotten) {

    /** A visit nobody started is still expected so long after its time. */
    static final Duration FORGOTTEN = Duration.ofHours(12);

    /** By what the unit has chosen; it follows the visit's time as it is now. */
    public static Opening of(TimeSlot slot, CareUnit unit) {
        var minutes = unit.opensMinutesBefore();
        return new Opening(
                minutes == null ? null : slot.from().minus(Duration.ofMinutes(minutes)),
                slot.to().plus(FORGOTTEN));
    }

    /** Not yet; the start opens it, however early. */
    public boolean early(VisitState state, Instant now) {
        return state == VisitState.BOOKED && from != null && now.isBefore(from);
    }

    /** Its time went by long ago and nobody started it. */
    public boolean forgotten(VisitState state, Instant now) {
        return state == VisitState.BOOKED && now.isAfter(forgotten);
    }
}
