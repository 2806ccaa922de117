package se.vardrum.appointment;

import java.time.Duration;
import java.time.Instant;

/** From (included) to (not included). */
public record TimeSlot(Instant from, Instant to) {

    public TimeSlot {
        if (!from.isBefore(to)) throw new IllegalArgumentException("A slot ends after it starts: " + from + " – " + to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean overlaps(TimeSlot other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    TimeSlot startingAt(Instant start) {
        return new TimeSlot(start, start.plus(length()));
    }
}
