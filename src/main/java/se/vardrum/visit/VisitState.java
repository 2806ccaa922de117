package se.vardrum.visit;

/** How far a visit has come; {@link Moves} has the moves. */
public enum VisitState {
    BOOKED,
    RUNNING,
    FINISHED,
    NO_SHOW,
    FAILED,
    CANCELLED;

    /** True while people may come. */
    public boolean open() {
        return this == BOOKED || this == RUNNING;
    }
}
