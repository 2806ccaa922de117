package se.vardrum.visit;

/** Where one who came to a visit stands; {@link Moves} has the moves. */
public enum ArrivalState {
    WAITING,
    ADMITTED,
    REFUSED,
    LEFT,
    REMOVED
}
