package se.vardrum.appointment;

import java.util.UUID;

/** Somebody named in an appointment. */
public record ParticipantId(UUID value) {}
