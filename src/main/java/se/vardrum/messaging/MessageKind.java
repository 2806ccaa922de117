package se.vardrum.messaging;

/** What a message tells. */
public enum MessageKind {
    INVITATION,
    CANCELLATION,
    REMOVAL
}
