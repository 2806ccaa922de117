package se.vardrum.appointment;

import java.util.List;

/**
 * An appointment was booked; told in the same transaction.
 *
 * @param generalLink false when whoever has no invitation must not come, or not yet
 * @param guestsInvited false when guests get their links when the visit starts
 */
public record AppointmentBooked(
        AppointmentId id, List<Participant> participants, boolean generalLink, boolean guestsInvited) {}
