package se.vardrum.visit;

import se.vardrum.appointment.AppointmentId;

/**
 * Whoever is to hold a visit has promised another time. Published inside the transaction that did it.
 *
 * @param times how often that was done for this visit
 */
public record VisitLate(AppointmentId id, int times) {}
