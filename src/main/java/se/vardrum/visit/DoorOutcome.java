package se.vardrum.visit;

/** What became of what staff asked at the door of a visit. */
public enum DoorOutcome {
    /** Now, or it was so already. */
    DONE,
    /** Nobody is let in before the visit has started. */
    NOT_STARTED,
    /** The visit has ended or been called off. */
    OVER,
    /** That one stands elsewhere now: has left, or a colleague decided otherwise. */
    NOT_NOW,
    /** The patient, a proxy and staff are not put out: they are sent back to wait. */
    STAYS,
    /** No such visit, or no such arrival, for this one. */
    NOT_FOUND
}
