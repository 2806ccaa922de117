package se.vardrum.patient;

/**
 * A need of interpreting.
 *
 * @param language as staff wrote it, "arabiska"; may be empty for signed language
 */
public record Interpreter(Kind kind, String language) {

    /** How it is interpreted. */
    public enum Kind {
        SPOKEN,
        SIGNED
    }
}
