package se.vardrum.messaging;

/** Whom a message is for: the words differ. */
public enum Reader {
    PATIENT,
    /** The patient, who cannot sign in: the text has a personal link (docs/decisions/0013). */
    BY_LINK,
    /** Acts for a child. */
    PROXY,
    GUEST,
    INTERPRETER;

    /** The text of an invitation holds a link of the reader's own. */
    boolean hasLink() {
        return this != PATIENT && this != PROXY;
    }

    /** May also be told by e-mail. */
    boolean byEmail() {
        return this == GUEST || this == INTERPRETER;
    }
}
