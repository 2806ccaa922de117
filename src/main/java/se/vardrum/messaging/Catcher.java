package se.vardrum.messaging;

/** Where messages go on a demo that has no gateway or mail server: to a page, never out of the computer. */
public interface Catcher {

    /** Keeps it; a message with the same id and round is kept once. */
    void caught(Outgoing message);
}
