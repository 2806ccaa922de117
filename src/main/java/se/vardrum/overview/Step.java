package se.vardrum.overview;

/** The way of one person from the invitation into the call. */
public enum Step {
    INVITED,
    DELIVERED,
    OPENED,
    CHECKED,
    WAITS,
    IN_CALL
}
