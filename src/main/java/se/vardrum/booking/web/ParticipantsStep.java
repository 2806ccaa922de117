package se.vardrum.booking.web;

import java.util.Locale;
import java.util.Map;
import se.vardrum.booking.Draft;

/**
 * Everything step 2 shows.
 *
 * @param half the guest's fields
 * @param interpreter the interpreter's, with the patient's need where nothing else was written
 * @param ask true when somebody was begun and one wants to go on: add that one or clear the fields
 * @param doubtful true when the guest may be added anyway
 * @param added the name just added, empty when nobody was
 */
public record ParticipantsStep(
        Head head,
        People people,
        Tab tab,
        Draft.HalfGuest half,
        Draft.HalfInterpreter interpreter,
        boolean ask,
        boolean doubtful,
        StaffChoice staff,
        String added,
        Map<String, String> problems) {

    /** Whom one adds. */
    public enum Tab {
        GUEST,
        STAFF,
        INTERPRETER;

        static Tab of(String path) {
            for (var it : values()) if (it.path().equals(path)) return it;
            return GUEST;
        }

        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The patient needs an interpreter, and no seat is booked. */
    public boolean interpreterMissing() {
        return head.patient().interpreter() != null && people.interpreters().isEmpty();
    }
}
