package se.vardrum.visit;

/** What staff tell those who wait with one press; each reads it in the own language ({@code visit.note.*}). */
public enum ReadyNote {
    SOON,
    SOUND,
    PHONE,
    /** A fault on our side, and nothing for them to do. */
    TROUBLE
}
