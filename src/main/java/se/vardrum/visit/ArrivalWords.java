package se.vardrum.visit;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import se.vardrum.appointment.Participant;
import se.vardrum.page.Texts;

/** Who came and by which way, in the words that the call and the visit's page share. */
public final class ArrivalWords {

    private ArrivalWords() {}

    /** @param named whose place or link it is; null by the general link */
    public static String way(@Nullable Participant named, Texts t) {
        if (named == null) return t.say("visit.way.general");
        return t.say(named.guest() || named.byLink() ? "visit.way.own" : "visit.way.signed-in");
    }

    /** Of a guest or an interpreter: also that the link is in use in another browser. */
    public static String role(Arrival it, Participant guest, Texts t) {
        var other = elsewhere(it, guest) ? "-other" : "";
        return guest.interpreter()
                ? t.say(
                        "visit.role.interpreter" + other,
                        requireNonNull(guest.seat()).words(t))
                : t.say("visit.role.guest" + other);
    }

    /** By a link that would open the door, were it not in use in another browser. */
    static boolean elsewhere(Arrival it, @Nullable Participant named) {
        return it.toConfirm() && named != null && !named.toConfirm();
    }
}
