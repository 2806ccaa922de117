package se.vardrum.visit;

import java.util.Locale;
import se.vardrum.page.Texts;

/** What staff tell those who wait with one press; each reads it in the own language. */
public enum ReadyNote {
    SOON,
    SOUND,
    PHONE,
    /** A fault on our side, and nothing for them to do. */
    TROUBLE;

    public String in(Texts t) {
        return t.say("visit.note." + name().toLowerCase(Locale.ROOT));
    }
}
