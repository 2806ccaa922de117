package se.vardrum.booking;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time of day as people write it: 14:30, 14.30, 1430, 9, kl 9. */
final class WrittenTime {

    private static final Pattern TIME =
            Pattern.compile("(?:kl\\.? ?)?(\\d{1,2})(?: ?[:.,] ?(\\d{2})|(\\d{2}))?(?: ?([ap])\\.?m\\.?)?");

    private WrittenTime() {}

    /** Empty when it is no time of day. */
    static Optional<LocalTime> read(String typed) {
        var m = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
        if (!m.matches()) return Optional.empty();
        int hour = Integer.parseInt(m.group(1));
        var minutes = m.group(2) != null ? m.group(2) : m.group(3);
        int minute = minutes == null ? 0 : Integer.parseInt(minutes);
        if (m.group(4) != null) {
            if (hour < 1 || hour > 12) return Optional.empty();
            hour = hour % 12 + (m.group(4).equals("p") ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
