package se.vardrum.appointment;

/** In which capacity somebody takes part. */
public enum ParticipantKind {
    PATIENT,
    PROXY,
    PRACTITIONER,
    GUEST,
    INTERPRETER
}
