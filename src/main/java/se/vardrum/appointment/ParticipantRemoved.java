package se.vardrum.appointment;

/** Somebody was taken away again. Published inside the transaction that did it. */
public record ParticipantRemoved(AppointmentId appointment, ParticipantId participant) {}
