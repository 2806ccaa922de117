package se.vardrum.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import se.vardrum.appointment.Appointments.SeatAt;
import se.vardrum.appointment.ParticipantId;

/** Tells when somebody must look for the interpreter: from shortly before the start until one on that seat is there. */
public final class MissingInterpreter {

    /** An interpreter who is not there so long before the start is missed: there is still time to ring the agency. */
    public static final Duration AHEAD = Duration.ofMinutes(15);

    private MissingInterpreter() {}

    /** @param arrivals those at the visit, which is open */
    public static boolean missing(SeatAt seat, Collection<Arrival> arrivals, Instant now) {
        if (now.isBefore(seat.from().minus(AHEAD))) return false;
        return arrivals.stream().noneMatch(it -> on(seat.participant(), it));
    }

    /** On that seat this one waits, or is in the call. */
    static boolean on(ParticipantId seat, Arrival it) {
        return seat.equals(it.participant()) && (it.waits() || it.inCall());
    }
}
