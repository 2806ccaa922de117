package se.vardrum.appointment;

import java.util.List;

/**
 * An appointment was booked; told in the same transaction.
 *
 * @param generalLink false when whoever has no invitation must not come: the patient has protected identity
 */
public record AppointmentBooked(AppointmentId id, List<Participant> participants, boolean generalLink) {}
