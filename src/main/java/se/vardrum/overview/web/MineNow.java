package se.vardrum.overview.web;

import java.time.Duration;
import java.time.Instant;
import se.vardrum.overview.MyVisits.Mine;
import se.vardrum.page.Moments;
import se.vardrum.page.Texts;
import se.vardrum.visit.Opening;
import se.vardrum.visit.VisitState;

/** What a patient can do about a visit to come, in a line; nothing that is not so. */
final class MineNow {

    private static final Duration SOON = Duration.ofMinutes(60);
    private static final String KEY = "overview.mine.now.";

    private MineNow() {}

    static String of(Mine it, Instant now, Texts t) {
        var visit = it.visit();
        if (visit.state() == VisitState.RUNNING) return t.say(KEY + "running");
        var slot = it.appointment().slot();
        var moments = t.in(it.unit().zone());
        var opening = Opening.of(slot, it.unit());
        if (opening.early(visit.state(), now)) return early(opening.from(), now, moments, t);
        var begins = visit.expected(slot);
        if (!now.isBefore(begins)) return t.say(KEY + "time");
        if (begins.isAfter(slot.from())) return t.say(KEY + "late", moments.time(begins));
        var left = Duration.between(now, begins);
        if (left.compareTo(SOON) <= 0)
            return t.count(KEY + "soon", left.plusSeconds(59).toMinutes());
        return moments.day(begins).equals(moments.day(now))
                ? t.say(KEY + "today", moments.time(begins))
                : t.say(KEY + "later");
    }

    private static String early(Instant opens, Instant now, Moments moments, Texts t) {
        return moments.day(opens).equals(moments.day(now))
                ? t.say(KEY + "opens.today", moments.time(opens))
                : t.say(KEY + "opens", moments.date(opens), moments.time(opens));
    }
}
