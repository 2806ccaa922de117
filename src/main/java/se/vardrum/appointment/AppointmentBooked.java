package se.vardrum.appointment;

/** An appointment was booked. Published inside the transaction that did it. */
public record AppointmentBooked(AppointmentId id) {}
