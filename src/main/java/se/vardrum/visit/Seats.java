package se.vardrum.visit;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.AppointmentId;

/** Which places this browser holds, kept in its session: the one thing that lets a page speak for an arrival. */
public final class Seats {

    private static final String PREFIX = "seat.";

    private Seats() {}

    public static void take(HttpSession session, AppointmentId visit, ArrivalId arrival) {
        session.setAttribute(PREFIX + visit.value(), arrival.value());
    }

    public static Optional<ArrivalId> of(@Nullable HttpSession session, AppointmentId visit) {
        if (session == null) return Optional.empty();
        return seat(session.getAttribute(PREFIX + visit.value()));
    }

    private static Optional<ArrivalId> seat(@Nullable Object held) {
        return held instanceof UUID id ? Optional.of(new ArrivalId(id)) : Optional.empty();
    }
}
