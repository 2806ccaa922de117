package se.vardrum.overview.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.vardrum.overview.PersonReadiness;
import se.vardrum.overview.Step;
import se.vardrum.page.Phone;
import se.vardrum.page.Texts;

/**
 * How far one person has come, as a strip.
 *
 * @param who what that one is, never a name
 * @param last how far, in words
 * @param state of the last: done, trouble, or todo when nothing has happened
 * @param ring somebody has to: with the number where it may be shown
 */
record ReadyView(
        String who,
        String last,
        String state,
        List<Bead> beads,
        @Nullable Ring ring) {

    /** @param state done, trouble, passed (a later one is done) or todo */
    record Bead(String text, String state) {}

    /** @param number empty where it may not be shown; {@code tel} is the same for the telephone */
    record Ring(String why, String number, String tel) {}

    static ReadyView of(PersonReadiness it, boolean ring, boolean numberShown, Texts t, ZoneId zone) {
        var beads = it.way().stream()
                .map(step -> new Bead(words(step, it, t, zone), state(step, it)))
                .toList();
        var reached = it.reached();
        var trouble = it.trouble();
        var last = trouble != null
                ? t.say("overview.step.trouble." + key(trouble))
                : reached == null ? t.say("overview.step.none") : words(reached, it, t, zone);
        return new ReadyView(
                t.say("overview.ready." + it.who().kind().name().toLowerCase(Locale.ROOT)),
                last,
                trouble != null ? "trouble" : reached == null ? "todo" : "done",
                beads,
                ring ? ring(it, numberShown, t) : null);
    }

    private static Ring ring(PersonReadiness it, boolean numberShown, Texts t) {
        var mobile = it.who().mobile();
        var why = t.say("overview.ready.ring.why." + why(it));
        return mobile == null || !numberShown ? new Ring(why, "", "") : new Ring(why, Phone.shown(mobile), mobile);
    }

    private static String why(PersonReadiness it) {
        if (it.trouble() != null) return key(it.trouble());
        if (it.missing(Step.DELIVERED)) return "unsure";
        return it.missing(Step.OPENED) ? "unopened" : "away";
    }

    private static String state(Step step, PersonReadiness it) {
        if (step == it.trouble()) return "trouble";
        if (it.done().contains(step)) return "done";
        var reached = it.reached();
        return reached != null && step.compareTo(reached) < 0 ? "passed" : "todo";
    }

    private static String words(Step step, PersonReadiness it, Texts t, ZoneId zone) {
        return step == Step.WAITS && it.since() != null
                ? t.say("overview.step.waits-since", t.in(zone).time(it.since()))
                : t.say("overview.step." + key(step));
    }

    private static String key(Step step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
