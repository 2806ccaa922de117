package se.vardrum.appointment;

import se.vardrum.page.Texts;
import se.vardrum.patient.Interpreter;

/**
 * What an interpreter's seat is booked for, whoever comes to take it.
 *
 * @param language as staff wrote it, "arabiska"; may be empty for signed language
 * @param reference the agency's own, empty when there is none; it never speaks of the patient
 */
public record InterpreterSeat(Interpreter.Kind kind, String language, String reference) {

    /** The longest of both texts. */
    public static final int LONGEST = 60;

    /** The language in words: "arabiska", "teckenspråk". */
    public String words(Texts t) {
        return words(kind, language, t);
    }

    /** The same for a need, before there is a seat. */
    public static String words(Interpreter.Kind kind, String language, Texts t) {
        if (kind == Interpreter.Kind.SPOKEN) return language;
        return language.isEmpty()
                ? t.say("appointment.interpreter.signed")
                : t.say("appointment.interpreter.signed-in", language);
    }
}
