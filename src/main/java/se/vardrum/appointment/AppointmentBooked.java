package se.vardrum.appointment;

import java.util.List;

/** An appointment was booked. Published inside the transaction that did it. */
public record AppointmentBooked(AppointmentId id, List<Participant> participants) {}
