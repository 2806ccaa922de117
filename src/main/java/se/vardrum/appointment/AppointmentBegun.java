package se.vardrum.appointment;

/**
 * Its visit has started: who was to get a link only then gets it. Published inside the transaction that did it.
 *
 * @param generalLink false when whoever has no invitation must not come
 */
public record AppointmentBegun(Appointment appointment, boolean generalLink) {}
