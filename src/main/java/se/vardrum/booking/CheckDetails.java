package se.vardrum.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.vardrum.appointment.SearchReason;
import se.vardrum.appointment.SearchReasons;
import se.vardrum.appointment.TimeSlot;
import se.vardrum.appointment.VisitType;
import se.vardrum.page.Form;
import se.vardrum.page.Texts;

/** Judges step 1. Whether the time is free is asked apart, and settled by the database when it is booked. */
@Component
public class CheckDetails {

    public static final List<String> LENGTHS =
            VisitType.LENGTHS.stream().map(String::valueOf).toList();

    private static final Set<String> TURNS = Set.of("summer", "winter");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final int NEAREST = 5;
    private static final int YEARS_AHEAD = 2;

    /**
     * What came of it.
     *
     * @param typed as typed, the date and time in standard form where they were understood
     * @param reason a listed one, or a heading written freely; null when there is none
     * @param nearest what may have been meant when the reason is not a listed one
     * @param slot null when the time cannot be
     * @param twice true when that hour comes twice, so that one of them must be chosen
     */
    public record Checked(
            Draft.Details typed,
            @Nullable SearchReason reason,
            List<SearchReason> nearest,
            @Nullable TimeSlot slot,
            boolean twice) {
        /** True when one can go on. */
        public boolean complete() {
            return reason != null && slot != null;
        }
    }

    private final SearchReasons reasons;
    private final Clock clock;

    CheckDetails(SearchReasons reasons, Clock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    /** Says in the form what is wrong, in the language of the texts. */
    public Checked check(Draft.Details typed, VisitType type, ZoneId zone, Form form, Texts t) {
        if (type.free()) return checked(typed, heading(typed.reason(), form), List.of(), zone, form, t);
        var reason = reasons.exactly(typed.reason()).orElse(null);
        List<SearchReason> nearest = List.of();
        if (typed.reason().isEmpty()) form.problem("reason", "booking.problem.reason.missing");
        else if (reason == null) {
            nearest = reasons.search(typed.reason(), t.language(), NEAREST);
            form.problem(
                    "reason", nearest.isEmpty() ? "booking.problem.reason.unknown" : "booking.problem.reason.unlisted");
        }
        return checked(typed, reason, nearest, zone, form, t);
    }

    private static @Nullable SearchReason heading(String typed, Form form) {
        if (typed.isEmpty()) form.problem("reason", "booking.problem.heading.missing");
        else if (typed.codePointCount(0, typed.length()) > VisitType.LONGEST_HEADING)
            form.problem("reason", "booking.problem.heading.long", VisitType.LONGEST_HEADING);
        else return SearchReason.free(typed);
        return null;
    }

    private Checked checked(
            Draft.Details typed,
            @Nullable SearchReason reason,
            List<SearchReason> nearest,
            ZoneId zone,
            Form form,
            Texts t) {
        var when = new When(typed, zone, form, t);
        var named = reason == null ? typed : typed.withReason(reason.label(t.language()));
        return new Checked(when.standard(named), reason, nearest, form.ok() ? when.slot : null, when.twice);
    }

    /** Reads day, time and length together, since a time is only one on its day. */
    private class When {
        private final @Nullable LocalDate day;
        private final @Nullable LocalTime time;
        private @Nullable TimeSlot slot;
        private boolean twice;

        When(Draft.Details typed, ZoneId zone, Form form, Texts t) {
            Instant now = clock.instant();
            var today = LocalDate.ofInstant(now, zone);
            day = day(typed.date(), today, form, t);
            time = WrittenTime.read(typed.time()).orElse(null);
            if (time == null) {
                form.problem(
                        "time", typed.time().isEmpty() ? "booking.problem.time.missing" : "booking.problem.time.wrong");
            }
            if (!LENGTHS.contains(typed.length())) form.problem("length", "booking.problem.length");
            else if (day != null && time != null) {
                var start = start(day.atTime(time), typed.turn(), zone, form);
                var moments = t.in(zone);
                if (start != null && !start.isAfter(now))
                    form.problem("time", "booking.problem.time.past", moments.time(now));
                else if (start != null)
                    slot = new TimeSlot(start, start.plus(Duration.ofMinutes(Integer.parseInt(typed.length()))));
            }
        }

        Draft.Details standard(Draft.Details typed) {
            return typed.at(
                    day == null ? typed.date() : day.toString(),
                    time == null ? typed.time() : TIME.format(time),
                    twice && TURNS.contains(typed.turn()) ? typed.turn() : "");
        }

        private @Nullable Instant start(LocalDateTime local, String turn, ZoneId zone, Form form) {
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                var gap = zone.getRules().getTransition(local);
                form.problem(
                        "time",
                        "booking.problem.time.gap",
                        TIME.format(local),
                        TIME.format(gap.getDateTimeBefore()),
                        TIME.format(gap.getDateTimeAfter()));
                return null;
            }
            twice = offsets.size() > 1;
            if (twice && !TURNS.contains(turn)) {
                form.problem("turn", "booking.problem.time.twice", TIME.format(local));
                return null;
            }
            ZoneOffset offset = offsets.get(twice && turn.equals("winter") ? 1 : 0); // summer time is the one before
            return local.toInstant(offset);
        }
    }

    private static @Nullable LocalDate day(String typed, LocalDate today, Form form, Texts t) {
        if (typed.isEmpty()) {
            form.problem("date", "booking.problem.date.missing");
            return null;
        }
        switch (WrittenDate.read(typed, today)) {
            case WrittenDate.Read.Unreadable() -> form.problem("date", "booking.problem.date.wrong");
            case WrittenDate.Read.NoSuchDay() -> form.problem("date", "booking.problem.date.none");
            case WrittenDate.Read.OtherWeekday(var it) ->
                form.problem(
                        "date",
                        "booking.problem.date.weekday",
                        t.in(ZoneOffset.UTC).date(it));
            case WrittenDate.Read.Day(var it)
            when it.isBefore(today) ->
                form.problem(
                        "date",
                        "booking.problem.date.past",
                        t.in(ZoneOffset.UTC).date(it));
            case WrittenDate.Read.Day(var it)
            when it.isAfter(today.plusYears(YEARS_AHEAD)) ->
                form.problem(
                        "date", "booking.problem.date.far", t.in(ZoneOffset.UTC).date(it));
            case WrittenDate.Read.Day(var it) -> {
                return it;
            }
        }
        return null;
    }
}
