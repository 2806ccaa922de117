package se.vardrum.overview.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.vardrum.messaging.Deliveries;
import se.vardrum.messaging.Deliveries.Delivery;
import se.vardrum.page.Texts;
import se.vardrum.visit.Arrival;
import se.vardrum.visit.ArrivalState;

/** Where one person stands: there or not, and what became of the messages. */
final class PersonTags {

    private PersonTags() {}

    static List<TagView> of(@Nullable Arrival arrival, List<Delivery> messages, Texts t, ZoneId zone) {
        var tags = new ArrayList<TagView>();
        if (arrival != null) tags.addAll(presence(arrival, t, zone));
        if (arrival != null && arrival.toConfirm() && arrival.state() == ArrivalState.WAITING)
            tags.add(new TagView(t.say("overview.person.confirm"), "warning"));
        messages.forEach(it -> tags.add(delivery(it, t, zone)));
        return tags;
    }

    private static List<TagView> presence(Arrival it, Texts t, ZoneId zone) {
        return switch (it.state()) {
            case WAITING ->
                it.online() ? waiting(it, t, zone) : List.of(new TagView(t.say("overview.person.waited"), "neutral"));
            case ADMITTED ->
                it.online()
                        ? List.of(new TagView(t.say("overview.person.in-call"), "success"))
                        : List.of(new TagView(t.say("overview.person.lost"), "warning"));
            case LEFT -> List.of(new TagView(t.say("overview.person.left"), "neutral"));
            case REFUSED -> List.of(new TagView(t.say("overview.person.refused"), "neutral"));
            case REMOVED -> List.of();
        };
    }

    /** With what the person's own check of camera and microphone came to, when it was told. */
    private static List<TagView> waiting(Arrival it, Texts t, ZoneId zone) {
        var waits = new TagView(t.say("overview.person.waits", t.in(zone).time(it.since())), "success");
        return switch (it.deviceCheck()) {
            case "camera,microphone" -> List.of(waits, new TagView(t.say("overview.person.ready"), "success"));
            case "microphone" -> List.of(waits, new TagView(t.say("overview.person.no-camera"), "info"));
            case "camera" -> List.of(waits, new TagView(t.say("overview.person.no-microphone"), "warning"));
            case "none" -> List.of(waits, new TagView(t.say("overview.person.no-devices"), "warning"));
            default -> List.of(waits);
        };
    }

    private static TagView delivery(Delivery it, Texts t, ZoneId zone) {
        var key = "overview.delivery." + it.channel().toLowerCase(java.util.Locale.ROOT) + "."
                + it.state().name().toLowerCase(java.util.Locale.ROOT);
        var at = it.at() == null ? "" : t.in(zone).time(it.at());
        return new TagView(t.say(key, at).strip(), color(it));
    }

    /** A mail server gives no receipt, so what it has taken is as good as it gets. */
    private static String color(Delivery it) {
        return switch (it.state()) {
            case DUE -> "info";
            case SENT -> it.channel().equals("EMAIL") ? "success" : "info";
            case DELIVERED -> "success";
            case FAILED -> "warning";
            case DROPPED -> "neutral";
        };
    }

    static List<String> problems(List<Delivery> messages, Texts t) {
        return messages.stream()
                .filter(it -> it.problemKey() != null && it.state() != Deliveries.State.DROPPED)
                .map(it -> t.say(it.problemKey()))
                .distinct()
                .toList();
    }
}
