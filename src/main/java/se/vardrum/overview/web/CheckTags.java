package se.vardrum.overview.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.vardrum.page.Texts;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;
import se.vardrum.visit.DeviceCheck;
import se.vardrum.visit.DeviceCheck.Problem;

/** What a person's device check says to the staff, until the person is there and it can be seen. */
final class CheckTags {

    private CheckTags() {}

    /** @param day a moment of the visit's day: on that day the hour alone is enough */
    static List<TagView> of(@Nullable DeviceCheck check, @Nullable Arrival arrival, Instant day, Texts t, ZoneId zone) {
        if (check == null || over(arrival)) return List.of();
        var at = at(check, day, t, zone);
        return switch (check.outcome()) {
            case OK ->
                arrival == null ? List.of(new TagView(t.say("overview.check.ok", at), "success")) : List.<TagView>of();
            case PARTLY ->
                arrival == null ? List.of(new TagView(t.say("overview.check.partly", at), "info")) : List.<TagView>of();
            case FAILED ->
                check.problems().stream()
                        .map(it -> new TagView(t.say("overview.check." + it.key()), "warning"))
                        .toList();
        };
    }

    /** For each thing that failed: what it was, and what to do. */
    static List<String> advice(
            @Nullable DeviceCheck check, @Nullable Arrival arrival, Instant day, Texts t, ZoneId zone) {
        if (check == null || over(arrival)) return List.of();
        var on = t.say(
                "overview.check.on",
                at(check, day, t, zone),
                t.say("overview.check.browser." + key(check.found().browser())),
                t.say("overview.check.platform." + key(check.found().platform())));
        return check.problems().stream()
                .map(it -> t.say("overview.check." + it.key() + ".do", on, why(check, it, t)))
                .toList();
    }

    private static String why(DeviceCheck check, Problem it, Texts t) {
        return switch (it) {
            case CAMERA -> t.say("overview.check.why." + key(check.found().camera()));
            case MICROPHONE -> t.say("overview.check.why." + key(check.found().microphone()));
            case SPEAKER, NETWORK_BLOCKED, NETWORK_POOR -> "";
        };
    }

    private static boolean over(@Nullable Arrival it) {
        return it != null && it.state() == ArrivalState.ADMITTED;
    }

    private static String at(DeviceCheck check, Instant day, Texts t, ZoneId zone) {
        var moments = t.in(zone);
        var time = moments.time(check.at());
        return moments.day(check.at()).equals(moments.day(day)) ? time : moments.shortDate(check.at()) + " " + time;
    }

    private static String key(Enum<?> it) {
        return it.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
