package se.vardrum.booking;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as people write it: 2026-11-27, 27/11, 27.11.2026, 27 nov, "fredag 27 november 2026", i morgon. Without a year it
 * is the next such day; one that has just been is meant as such, and is not silently next year's.
 */
final class WrittenDate {

    sealed interface Read {
        record Day(LocalDate day) implements Read {}

        /** The day is one, but not the weekday that was written with it. */
        record OtherWeekday(LocalDate day) implements Read {}

        record NoSuchDay() implements Read {}

        record Unreadable() implements Read {}
    }

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4}|\\d{2})(-?)(\\d{2})\\2(\\d{2})");
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{1,2})\\s?[/.]\\s?(\\d{1,2})(?:[/. -]+(\\d{4}|\\d{2}))?\\.?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?::?e|:?a|st|nd|rd|th|\\.)?\\s?([a-zåäö]+)\\.?,?(?:\\s*(\\d{4}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([a-zåäö]+)\\.?\\s?(\\d{1,2})(?:st|nd|rd|th)?,?(?:\\s+(\\d{4}))?");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:på |on )?([a-zåäö]{3,9})\\.?,?(?:\\s+(?:den |the )?(.+))?");

    private static final int JUST_BEEN = 30;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj|may", "jun", "jul", "aug", "sep", "okt|oct", "nov", "dec");
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private WrittenDate() {}

    static Read read(String typed, LocalDate today) {
        var text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        switch (text) {
            case "idag", "i dag", "today":
                return new Read.Day(today);
            case "imorgon", "i morgon", "imorron", "tomorrow":
                return new Read.Day(today.plusDays(1));
            case "i övermorgon", "iövermorgon", "övermorgon":
                return new Read.Day(today.plusDays(2));
            default:
        }
        var first = WEEKDAY.matcher(text);
        if (first.matches() && WEEKDAYS.get(first.group(1)) instanceof DayOfWeek weekday) {
            if (first.group(2) == null) return new Read.Day(next(weekday, today));
            var day = plain(first.group(2), today);
            return day instanceof Read.Day(var it) && it.getDayOfWeek() != weekday ? new Read.OtherWeekday(it) : day;
        }
        return plain(text, today);
    }

    private static Read plain(String text, LocalDate today) {
        Matcher m;
        if ((m = ISO.matcher(text)).matches()) return day(number(m.group(1)), number(m.group(2)), number(m.group(3)));
        if ((m = COMPACT.matcher(text)).matches()) return day(year(m.group(1)), number(m.group(3)), number(m.group(4)));
        if ((m = NUMBERS.matcher(text)).matches())
            return day(m.group(3), number(m.group(2)), number(m.group(1)), today);
        if ((m = DAY_FIRST.matcher(text)).matches() && month(m.group(2)) > 0)
            return day(m.group(3), month(m.group(2)), number(m.group(1)), today);
        if ((m = MONTH_FIRST.matcher(text)).matches() && month(m.group(1)) > 0)
            return day(m.group(3), month(m.group(1)), number(m.group(2)), today);
        return new Read.Unreadable();
    }

    private static Read day(@org.jspecify.annotations.Nullable String year, int month, int day, LocalDate today) {
        if (year != null) return day(year(year), month, day);
        var earliest = today.minusDays(JUST_BEEN);
        for (int y = earliest.getYear(); y < today.getYear() + 8; y++) { // 29 February may be some years away
            if (day(y, month, day) instanceof Read.Day it && !it.day().isBefore(earliest)) return it;
        }
        return new Read.NoSuchDay();
    }

    private static Read day(int year, int month, int day) {
        try {
            return new Read.Day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return new Read.NoSuchDay();
        }
    }

    private static LocalDate next(DayOfWeek weekday, LocalDate today) {
        var day = today.plusDays(1);
        while (day.getDayOfWeek() != weekday) day = day.plusDays(1);
        return day;
    }

    /** 1 to 12, or 0 when the word is no month. */
    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            for (var start : MONTHS.get(i).split("\\|")) if (word.startsWith(start)) return i + 1;
        }
        return 0;
    }

    private static int year(String digits) {
        return digits.length() == 2 ? 2000 + number(digits) : number(digits);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Map<String, DayOfWeek> weekdays() {
        var all = new java.util.HashMap<String, DayOfWeek>();
        for (var language : List.of(Locale.of("sv"), Locale.of("en"))) {
            for (var weekday : DayOfWeek.values()) {
                var full = weekday.getDisplayName(java.time.format.TextStyle.FULL, language)
                        .toLowerCase(Locale.ROOT);
                for (var form : new ArrayList<>(List.of(full, full.substring(0, 3)))) all.put(form, weekday);
            }
        }
        return Map.copyOf(all);
    }
}
