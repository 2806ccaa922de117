package se.vardrum.messaging;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransitionRule;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * A time zone as calendars want it, from Java's own rules for the years to come. The library's file for Stockholm is
 * that of Berlin, under Berlin's name, since 1945.
 */
final class CalendarZone {

    /** Long past, so that every visit comes after it. */
    private static final int FIRST_YEAR = 2000;

    private CalendarZone() {}

    static VTimeZone of(ZoneId zone) {
        var result = new VTimeZone();
        result.add(new TzId(zone.getId()));
        var rules = zone.getRules().getTransitionRules();
        if (rules.isEmpty()) {
            var offset = zone.getRules().getOffset(LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0));
            result.add(observance(new Standard(), LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0), offset, offset));
        }
        rules.forEach(rule -> result.add(observance(rule)));
        return result;
    }

    private static Observance observance(ZoneOffsetTransitionRule rule) {
        boolean summer = !rule.getOffsetAfter().equals(rule.getStandardOffset());
        var result = observance(
                summer ? new Daylight() : new Standard(),
                rule.createTransition(FIRST_YEAR).getDateTimeBefore(),
                rule.getOffsetBefore(),
                rule.getOffsetAfter());
        result.add(new RRule<Temporal>("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + days(rule)));
        return result;
    }

    private static <T extends Observance> T observance(T it, LocalDateTime from, ZoneOffset before, ZoneOffset after) {
        it.add(new DtStart<>(from));
        it.add(new TzOffsetFrom(before));
        it.add(new TzOffsetTo(after));
        return it;
    }

    /** The last Sunday, the second one, or the first from a day of the month on. */
    private static String days(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        if (rule.getDayOfWeek() == null) return ";BYMONTHDAY=" + day;
        var weekday = rule.getDayOfWeek().name().substring(0, 2);
        if (day < 0 || day + 6 == rule.getMonth().maxLength()) return ";BYDAY=-1" + weekday;
        if (day % 7 == 1) return ";BYDAY=" + (day / 7 + 1) + weekday;
        var days = new StringBuilder();
        for (int i = day; i < day + 7; i++) days.append(i == day ? "" : ",").append(i);
        return ";BYDAY=" + weekday + ";BYMONTHDAY=" + days;
    }
}
