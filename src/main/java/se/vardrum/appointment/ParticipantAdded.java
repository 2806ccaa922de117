package se.vardrum.appointment;

/** Somebody was added after the booking. Published inside the transaction that did it. */
public record ParticipantAdded(AppointmentId appointment, ParticipantId participant) {}
