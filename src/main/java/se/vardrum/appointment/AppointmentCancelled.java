package se.vardrum.appointment;

/** An appointment was called off. Published inside the transaction that did it. */
public record AppointmentCancelled(AppointmentId id) {}
