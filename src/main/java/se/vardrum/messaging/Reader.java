package se.vardrum.messaging;

/** Whom a message is for: the words differ. */
public enum Reader {
    PATIENT,
    /** Acts for a child. */
    PROXY,
    GUEST
}
