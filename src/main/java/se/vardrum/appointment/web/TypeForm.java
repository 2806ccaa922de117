package se.vardrum.appointment.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.VisitType;
import se.vardrum.page.Form;

/**
 * A type of visit as typed, and what is wrong with it.
 *
 * @param key empty for a new one
 * @param ticked the names of the boxes that are ticked
 */
public record TypeForm(
        String key,
        String nameSv,
        String nameEn,
        String aboutSv,
        String aboutEn,
        Set<String> ticked,
        String proxies,
        String linksAt,
        String heading,
        String minutes,
        String reminders,
        String position,
        Map<String, String> problems) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ABOUT = 200;
    private static final int LONGEST_LINE = 60;
    private static final int MOST_REMINDERS = 5;
    private static final int EARLIEST_REMINDER = 20_160;

    /** What the browser sent; everything may be missing. */
    record Typed(
            @Nullable String nameSv,
            @Nullable String nameEn,
            @Nullable String aboutSv,
            @Nullable String aboutEn,
            @Nullable Set<String> ticked,
            @Nullable String proxies,
            @Nullable String linksAt,
            @Nullable String heading,
            @Nullable String minutes,
            @Nullable String reminders,
            @Nullable String position) {}

    static TypeForm of(VisitType it) {
        var ticked = new java.util.HashSet<String>();
        if (it.guests()) ticked.add("guests");
        if (it.staff()) ticked.add("staff");
        if (it.generalLink()) ticked.add("general");
        if (it.active()) ticked.add("active");
        return new TypeForm(
                it.key(),
                it.nameSv(),
                it.nameEn(),
                it.aboutSv(),
                it.aboutEn(),
                ticked,
                String.valueOf(it.maxProxies()),
                it.linksAt().name(),
                it.heading().name(),
                String.valueOf(it.defaultMinutes()),
                it.reminders().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                String.valueOf(it.position()),
                Map.of());
    }

    static TypeForm empty(int position) {
        return new TypeForm(
                "",
                "",
                "",
                "",
                "",
                Set.of("guests", "staff", "general", "active"),
                "1",
                "BOOKING",
                "SEARCH_REASON",
                "30",
                "1440, 15",
                String.valueOf(position),
                Map.of());
    }

    static TypeForm read(String key, Typed typed, Form form) {
        return new TypeForm(
                key,
                form.required("nameSv", typed.nameSv, LONGEST_NAME, "appointment.types.problem.name"),
                form.required("nameEn", typed.nameEn, LONGEST_NAME, "appointment.types.problem.name"),
                form.required("aboutSv", typed.aboutSv, LONGEST_ABOUT, "appointment.types.problem.about"),
                form.required("aboutEn", typed.aboutEn, LONGEST_ABOUT, "appointment.types.problem.about"),
                typed.ticked == null ? Set.of() : typed.ticked,
                number("proxies", typed.proxies, 0, 9, form),
                choice("linksAt", typed.linksAt, List.of("BOOKING", "START"), form),
                choice("heading", typed.heading, List.of("SEARCH_REASON", "FREE"), form),
                choice("minutes", typed.minutes, lengths(), form),
                reminders(typed.reminders, form),
                number("position", typed.position, 1, 99, form),
                form.problems());
    }

    public static List<String> lengths() {
        return VisitType.LENGTHS.stream().map(String::valueOf).toList();
    }

    /** Only when there are no problems. */
    VisitType type() {
        return new VisitType(
                key,
                null,
                nameSv,
                nameEn,
                aboutSv,
                aboutEn,
                ticked.contains("guests"),
                ticked.contains("staff"),
                Integer.parseInt(proxies),
                VisitType.LinksAt.valueOf(linksAt),
                ticked.contains("general"),
                VisitType.Heading.valueOf(heading),
                Integer.parseInt(minutes),
                minutesOf(reminders),
                ticked.contains("active"),
                Integer.parseInt(position));
    }

    private static String number(String field, @Nullable String typed, int least, int most, Form form) {
        var line = form.line(field, typed, LONGEST_LINE);
        boolean fits = line.matches("[0-9]{1,2}") && Integer.parseInt(line) >= least && Integer.parseInt(line) <= most;
        if (!fits) form.problem(field, "appointment.types.problem." + field);
        return line;
    }

    private static String choice(String field, @Nullable String typed, List<String> known, Form form) {
        var line = form.line(field, typed, LONGEST_LINE);
        if (!known.contains(line)) form.problem(field, "appointment.types.problem.choice");
        return line;
    }

    private static String reminders(@Nullable String typed, Form form) {
        var line = form.line("reminders", typed, LONGEST_LINE);
        boolean fits = line.isEmpty()
                || line.matches("[0-9]{1,5}( *, *[0-9]{1,5})*")
                        && minutesOf(line).size() <= MOST_REMINDERS
                        && minutesOf(line).stream().allMatch(it -> it >= 1 && it <= EARLIEST_REMINDER);
        if (!fits) form.problem("reminders", "appointment.types.problem.reminders");
        return line;
    }

    private static List<Integer> minutesOf(String line) {
        var all = new ArrayList<Integer>();
        for (var it : line.split(",")) if (!it.isBlank()) all.add(Integer.valueOf(it.strip()));
        return all;
    }
}
