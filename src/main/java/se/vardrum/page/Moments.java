package se.vardrum.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How moments are said to people: always in the care unit's zone, 24 hours, weekday in full. */
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Texts texts;
    private final ZoneId zone;

    Moments(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    /** "14:30". */
    public String time(Instant at) {
        return TIME.format(local(at));
    }

    /** "fredag 27 november 2026", "Friday 27 November 2026". */
    public String date(Instant at) {
        return date(local(at).toLocalDate());
    }

    public String date(LocalDate day) {
        return say(day, "EEEE d MMMM yyyy");
    }

    /** "fre 27 nov", for lists and texts where room is short. */
    public String shortDate(Instant at) {
        var day = local(at).toLocalDate();
        return (say(day, "EEE d ") + say(day, "MMM")).replace(".", "");
    }

    /** "fredag 27 november 2026 kl 14:30–15:00". */
    public String span(Instant from, Instant to) {
        return texts.say("page.span", date(from), time(from), time(to));
    }

    /** "2026-11-27", as the field "Datum" takes it. */
    public String isoDate(Instant at) {
        return local(at).toLocalDate().toString();
    }

    public LocalDate day(Instant at) {
        return local(at).toLocalDate();
    }

    private String say(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(day);
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(zone);
    }
}
