package se.vardrum.overview.web;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.Appointment;
import se.vardrum.appointment.AppointmentId;
import se.vardrum.overview.SeeWaiting.Named;
import se.vardrum.page.Texts;

/** Asked before one goes in while more than one patient waits: to whom one goes, and who else is there. */
record Entering(String question, String others) {

    /** Null when nobody has to be told apart. */
    static @Nullable Entering of(List<Named> waiting, AppointmentId id, Texts t, ZoneId zone) {
        var entered =
                waiting.stream().filter(it -> it.appointment().id().equals(id)).findFirst();
        if (entered.isEmpty() || waiting.size() < 2) return null;
        var others = waiting.stream()
                .filter(it -> !it.appointment().id().equals(id))
                .map(it -> t.say("overview.enter.other", name(it, t), time(it.appointment(), t, zone)))
                .collect(Collectors.joining("\n"));
        var me = entered.get();
        return new Entering(t.say("overview.enter", full(me, t, zone), time(me.appointment(), t, zone)), others);
    }

    private static String full(Named it, Texts t, ZoneId zone) {
        if (it.patient().protectedIdentity()) return name(it, t);
        var day = t.in(zone).day(it.appointment().slot().from());
        return it.patient().name() + ", " + t.say("overview.age", it.patient().ageOn(day));
    }

    private static String name(Named it, Texts t) {
        return it.patient().protectedIdentity()
                ? t.say("overview.protected")
                : it.patient().name();
    }

    private static String time(Appointment it, Texts t, ZoneId zone) {
        return t.in(zone).time(it.slot().from());
    }
}
