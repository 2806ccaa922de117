package se.vardrum.messaging;

/** What a message tells. */
public enum MessageKind {
    INVITATION,
    CANCELLATION,
    REMOVAL,
    /** Whoever holds the visit promises another time. */
    LATE,
    /** The visit has started, for one who came and went. */
    STARTED;

    /** Of no use without the way in. */
    boolean hasLink() {
        return this == INVITATION || this == STARTED;
    }

    /** Holds while the visit goes on, whenever that was booked for. */
    boolean ofTheMoment() {
        return this == LATE || this == STARTED;
    }
}
